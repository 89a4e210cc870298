package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * People sign in with their e-mail address, whatever its case. Passwords stay with the identity
 * provider.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE user_account (
          id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          organisation_id bigint      NOT NULL REFERENCES organisation (id),
          email           text        NOT NULL,
          display_name    text        NOT NULL,
          active          boolean     NOT NULL DEFAULT true,
          created_at      timestamptz NOT NULL DEFAULT now(),
          last_login_at   timestamptz
        );
        CREATE UNIQUE INDEX user_account_email_key ON user_account (lower(email));
        CREATE INDEX user_account_organisation_idx ON user_account (organisation_id);
        """,
    down =
        """
        DROP TABLE user_account;
        """)
final class V20261102091000__create_user_account_table {}
