/** Does: the only user of JDBC and of Flyway. */
package dev.ngdi.migration.postgres;
