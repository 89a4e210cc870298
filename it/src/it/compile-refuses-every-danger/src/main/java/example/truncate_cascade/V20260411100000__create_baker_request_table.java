package example.truncate_cascade;

import dev.ngdi.migration.SchemaMigration;

/** What people asked for. */
@SchemaMigration(
    up =
        """
        CREATE TABLE baker_request (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          baker_id bigint CONSTRAINT baker_request_baker_fkey REFERENCES baker
        );
        CREATE INDEX baker_request_baker_idx ON baker_request (baker_id);
        """,
    down = "DROP TABLE baker_request")
final class V20260411100000__create_baker_request_table {}
