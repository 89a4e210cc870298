package example.change_type_view_dependency;

import dev.ngdi.migration.SchemaMigration;

/** Partners read codes, and nothing else. */
@SchemaMigration(
    up = "CREATE VIEW river_code AS SELECT id, code FROM river;",
    down = "DROP VIEW river_code;")
final class V20260203100000__create_river_code_view {}
