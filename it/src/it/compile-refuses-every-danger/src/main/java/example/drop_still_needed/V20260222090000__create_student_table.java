package example.drop_still_needed;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE student (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL
        );
        """,
    down = "DROP TABLE student")
final class V20260222090000__create_student_table {}
