/**
 * The database of the portal: one class for each change, in the order of their names.
 *
 * <p>Tables are named in the singular, keys after what they identify, and constraints and indexes
 * explicitly, so that a later migration can refer to them.
 */
@MigrationPolicy(postgres = 15)
package dev.ngdi.portal.db;

import dev.ngdi.migration.MigrationPolicy;
