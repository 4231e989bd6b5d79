/** Where Flyway looks for the migrations of a host. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
