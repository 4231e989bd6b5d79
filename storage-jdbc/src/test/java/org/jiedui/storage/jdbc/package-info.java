/** Tests of the JDBC store, on real databases. */
@NullMarked
package org.jiedui.storage.jdbc;

import org.jspecify.annotations.NullMarked;
