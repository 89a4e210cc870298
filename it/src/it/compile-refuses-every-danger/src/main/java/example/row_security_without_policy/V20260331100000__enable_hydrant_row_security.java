package example.row_security_without_policy;

import dev.ngdi.migration.SchemaMigration;

/** Publishers see their own hydrants only. */
@SchemaMigration(
    up = "ALTER TABLE hydrant ENABLE ROW LEVEL SECURITY",
    down = "ALTER TABLE hydrant DISABLE ROW LEVEL SECURITY")
final class V20260331100000__enable_hydrant_row_security {}
