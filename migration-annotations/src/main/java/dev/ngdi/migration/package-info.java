/**
 * PostgreSQL migrations that the Java compiler checks.
 *
 * <h2>Five minutes</h2>
 *
 * <p><b>1. Write the change as a class.</b> The name says when, what and to what; the Javadoc says
 * why; {@code up} makes the change, {@code down} takes it back.
 *
 * <pre>{@code
 * /** The permission model reads the role from the user row. *}{@code /
 * @SchemaMigration(
 *     up = "ALTER TABLE app_user ADD COLUMN role text",
 *     down = "ALTER TABLE app_user DROP COLUMN role")
 * final class V20261122103700__add_user_role_field {}
 * }</pre>
 *
 * <p>Every attribute is described at {@link dev.ngdi.migration.SchemaMigration}. Changes of rows
 * are a {@link dev.ngdi.migration.DataMigration}, rows that the application needs to start with a
 * {@link dev.ngdi.migration.SeedMigration}.
 *
 * <p><b>2. Compile.</b> {@code javac} refuses a migration that is badly named, cannot be taken
 * back, would stop the traffic, or is not SQL; the error ends with what to write instead:
 *
 * <pre>{@code
 * [index-not-concurrent] `CREATE INDEX` on `app_user` blocks every write until the index is built
 *     up:1: CREATE INDEX app_user_role_idx ON app_user (role)
 *     instead: CREATE INDEX CONCURRENTLY app_user_role_idx ON app_user (role)
 * }</pre>
 *
 * <p>Where the finding is right but the migration is too, {@link dev.ngdi.migration.Allow} accepts
 * it with a reason, and {@link dev.ngdi.migration.Irreversible} stands for a {@code down} that
 * cannot be. Reviewers see both in {@code META-INF/migrations/manifest.md}, which the same
 * compilation writes.
 *
 * <p><b>3. Apply.</b> {@code mvn db:migrate} brings your own database up to date, {@code mvn
 * db:status} shows where it stands, {@code mvn db:down} takes the last one back, {@code mvn
 * db:deploy} applies the same manifest to the database that you name.
 *
 * <p><b>4. When SQL is not enough</b>, implement {@link dev.ngdi.migration.MigrationCode}.
 *
 * <p>Settings for the whole module stand in a {@link dev.ngdi.migration.MigrationPolicy}.
 */
package dev.ngdi.migration;
