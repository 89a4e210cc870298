package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * The permission model: a role is a set of permissions, and a user holds a role either within one
 * organisation or, where none is named, everywhere.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE role (
          code  text PRIMARY KEY,
          title text NOT NULL
        );
        CREATE TABLE permission (
          code  text PRIMARY KEY,
          title text NOT NULL
        );
        CREATE TABLE role_permission (
          role_code       text NOT NULL REFERENCES role (code) ON DELETE CASCADE,
          permission_code text NOT NULL REFERENCES permission (code) ON DELETE CASCADE,
          PRIMARY KEY (role_code, permission_code)
        );
        CREATE INDEX role_permission_permission_idx ON role_permission (permission_code);
        SET LOCAL lock_timeout = '2s';
        CREATE TABLE user_role (
          id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          user_account_id bigint      NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
          role_code       text        NOT NULL REFERENCES role (code),
          organisation_id bigint      REFERENCES organisation (id) ON DELETE CASCADE,
          granted_at      timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT user_role_once
            UNIQUE NULLS NOT DISTINCT (user_account_id, role_code, organisation_id)
        );
        CREATE INDEX user_role_role_idx ON user_role (role_code);
        CREATE INDEX user_role_organisation_idx ON user_role (organisation_id);
        """,
    down =
        """
        DROP TABLE user_role;
        DROP TABLE role_permission;
        DROP TABLE permission;
        DROP TABLE role;
        """)
final class V20261102092000__create_role_permission_tables {}
