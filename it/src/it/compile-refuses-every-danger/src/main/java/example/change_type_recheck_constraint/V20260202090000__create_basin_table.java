package example.change_type_recheck_constraint;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists basins. */
@SchemaMigration(
    up =
        """
        CREATE TABLE basin (id bigint PRIMARY KEY, code varchar(10) CONSTRAINT basin_code_check CHECK (code <> ''));
        """,
    down = "DROP TABLE basin;")
final class V20260202090000__create_basin_table {}
