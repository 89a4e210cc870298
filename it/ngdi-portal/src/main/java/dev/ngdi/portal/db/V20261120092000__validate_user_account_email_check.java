package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The wrong addresses have been corrected by hand; proves that none is left. */
@SchemaMigration(
    up =
        """
        ALTER TABLE user_account VALIDATE CONSTRAINT user_account_email_format;
        """,
    down =
        """
        ALTER TABLE user_account DROP CONSTRAINT user_account_email_format;
        ALTER TABLE user_account
          ADD CONSTRAINT user_account_email_format CHECK (email LIKE '_%@_%') NOT VALID;
        """)
final class V20261120092000__validate_user_account_email_check {}
