package example.set_tablespace;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue moves to the fast disks. */
@SchemaMigration(
    up = "ALTER TABLE shaft SET TABLESPACE fast",
    down = "ALTER TABLE shaft SET TABLESPACE pg_default")
final class V20260408100000__move_shaft_table {}
