package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** An import once brought user names in place of addresses; the database refuses that now. */
@SchemaMigration(
    up =
        """
        ALTER TABLE user_account
          ADD CONSTRAINT user_account_email_format CHECK (email LIKE '_%@_%') NOT VALID;
        """,
    down =
        """
        ALTER TABLE user_account DROP CONSTRAINT user_account_email_format;
        """)
final class V20261120091000__add_user_account_email_check {}
