package example.disable_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Noting changes is too slow. */
@SchemaMigration(
    up = "ALTER TABLE street DISABLE TRIGGER street_changed",
    down = "ALTER TABLE street ENABLE TRIGGER street_changed")
final class V20260211120000__disable_street_changed_trigger {}
