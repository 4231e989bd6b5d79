/** Where Flyway looks for the callbacks of a host. */
@NullMarked
package db.callback;

import org.jspecify.annotations.NullMarked;
