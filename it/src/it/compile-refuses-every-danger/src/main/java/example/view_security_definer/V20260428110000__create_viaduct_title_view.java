package example.view_security_definer;

import dev.ngdi.migration.SchemaMigration;

/** The search needs titles only. */
@SchemaMigration(
    up = "CREATE VIEW viaduct_title AS SELECT id, title FROM viaduct",
    down = "DROP VIEW viaduct_title")
final class V20260428110000__create_viaduct_title_view {}
