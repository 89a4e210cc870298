package dev.ngdi.portal.db;

import dev.ngdi.migration.SeedMigration;

/** The portal checks these permissions by code and does not start without them. */
@SeedMigration(
    up =
        """
        INSERT INTO permission (code, title) VALUES
          ('record.read',     'Read unpublished records'),
          ('record.write',    'Create and edit records'),
          ('record.publish',  'Publish and retire records'),
          ('harvest.run',     'Run harvest jobs'),
          ('harvest.manage',  'Manage harvest sources'),
          ('user.manage',     'Manage users and their roles');

        INSERT INTO role (code, title) VALUES
          ('viewer',        'Viewer'),
          ('editor',        'Editor'),
          ('publisher',     'Publisher'),
          ('administrator', 'Administrator');

        INSERT INTO role_permission (role_code, permission_code) VALUES
          ('viewer',        'record.read'),
          ('editor',        'record.read'),
          ('editor',        'record.write'),
          ('publisher',     'record.read'),
          ('publisher',     'record.write'),
          ('publisher',     'record.publish'),
          ('publisher',     'harvest.run'),
          ('administrator', 'record.read'),
          ('administrator', 'record.write'),
          ('administrator', 'record.publish'),
          ('administrator', 'harvest.run'),
          ('administrator', 'harvest.manage'),
          ('administrator', 'user.manage');
        """,
    down =
        """
        DELETE FROM role
        WHERE code IN ('viewer', 'editor', 'publisher', 'administrator');
        DELETE FROM permission
        WHERE code IN (
          'record.read', 'record.write', 'record.publish',
          'harvest.run', 'harvest.manage', 'user.manage');
        """,
    verify =
        """
        SELECT count(*) = 6
        FROM role_permission
        WHERE role_code = 'administrator'
        """)
final class V20261102093000__seed_role_permission_rows {}
