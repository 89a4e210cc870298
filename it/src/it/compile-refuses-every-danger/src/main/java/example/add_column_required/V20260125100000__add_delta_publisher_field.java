package example.add_column_required;

import dev.ngdi.migration.SchemaMigration;

/** Each delta names who answers for it. */
@SchemaMigration(
    up = "ALTER TABLE delta ADD COLUMN publisher text NOT NULL;",
    down = "ALTER TABLE delta DROP COLUMN publisher;")
final class V20260125100000__add_delta_publisher_field {}
