package dev.ngdi.portal.db;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SeedMigration;

/** Two organisations and one user of each role, so that a developer can sign in as any of them. */
@Allow(
    rule = "unbatched-backfill",
    because = "it makes eight rows, and only in a database of a developer")
@SeedMigration(
    environments = "dev",
    up =
        """
        INSERT INTO organisation (slug, name, acronym, homepage) VALUES
          ('national-survey', 'National Survey', 'NS', 'https://survey.example'),
          ('coast-office', 'Coast Office', 'CO', 'https://coast.example');

        INSERT INTO user_account (organisation_id, email, display_name)
        SELECT o.id, r.code || '@' || o.slug || '.example', r.title || ', ' || o.name
        FROM organisation o
        CROSS JOIN role r
        WHERE o.slug IN ('national-survey', 'coast-office');

        INSERT INTO user_role (user_account_id, role_code, organisation_id)
        SELECT u.id, r.code, u.organisation_id
        FROM user_account u
        JOIN organisation o ON o.id = u.organisation_id
        JOIN role r ON u.email = r.code || '@' || o.slug || '.example';
        """,
    down =
        """
        DELETE FROM user_account
        WHERE organisation_id IN (
          SELECT id FROM organisation WHERE slug IN ('national-survey', 'coast-office'));
        DELETE FROM organisation
        WHERE slug IN ('national-survey', 'coast-office');
        """,
    verify = "SELECT count(*) = 8 FROM user_role")
final class V20261104090000__seed_organisation_sample_users {}
