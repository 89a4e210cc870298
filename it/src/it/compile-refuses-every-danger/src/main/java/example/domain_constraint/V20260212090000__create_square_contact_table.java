package example.domain_constraint;

import dev.ngdi.migration.SchemaMigration;

/** Whom to ask about a square. */
@SchemaMigration(
    up =
        """
        CREATE DOMAIN email AS text;
        CREATE TABLE square_contact (id bigint PRIMARY KEY, address email);
        """,
    down =
        """
        DROP TABLE square_contact;
        DROP DOMAIN email;
        """)
final class V20260212090000__create_square_contact_table {}
