package example.rename_type;

import dev.ngdi.migration.SchemaMigration;

/** How far a request is. */
@SchemaMigration(
    up = "CREATE TYPE survey_state AS ENUM ('open', 'done')",
    down = "DROP TYPE survey_state")
final class V20260114090000__create_survey_state_enum {}
