package example.rename_type;

import dev.ngdi.migration.SchemaMigration;

/** All states are states of work. */
@SchemaMigration(
    up = "ALTER TYPE survey_state RENAME TO work_state",
    down = "ALTER TYPE work_state RENAME TO survey_state")
final class V20260114100000__rename_survey_state_to_work_state {}
