package example.foreign_key_not_unique;

import dev.ngdi.migration.SchemaMigration;

/** What people asked for. */
@SchemaMigration(
    up =
        """
        CREATE TABLE member_request (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text CONSTRAINT member_request_email_fkey REFERENCES member (email)
        );
        """,
    down = "DROP TABLE member_request")
final class V20260302100000__create_member_request_table {}
