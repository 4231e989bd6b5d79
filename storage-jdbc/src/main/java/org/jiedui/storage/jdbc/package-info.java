/**
 * A store in a relational database: H2, PostgreSQL, MariaDB, and MySQL as far as it reads the same
 * statements.
 *
 * <p>{@link org.jiedui.storage.jdbc.JdbcCareStore} lives beside a host's own tables: it takes
 * connections from the host's {@link javax.sql.DataSource}, joins its transactions ({@link
 * org.jiedui.storage.jdbc.HostTransaction}), and names its tables as {@link
 * org.jiedui.storage.jdbc.JdbcOptions} say. The schema is documented by comments in itself; its
 * scripts are in the jar, in {@code org/jiedui/storage/jdbc/schema}.
 *
 * <p>Statements are plain JDBC throughout: sweeps read millions of rows as numbers, of a driver's
 * exceptions no values may be told, and what is left of mapping is one method for each record.
 */
@NullMarked
package org.jiedui.storage.jdbc;

import org.jspecify.annotations.NullMarked;
