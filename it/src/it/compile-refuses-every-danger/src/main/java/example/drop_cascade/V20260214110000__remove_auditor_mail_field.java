package example.drop_cascade;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** The mail service keeps addresses. */
@Allow(rule = "drop-column", because = "no release since 4.1 reads or writes it")
@SchemaMigration(
    up = "ALTER TABLE auditor DROP COLUMN mail CASCADE",
    down =
        """
        ALTER TABLE auditor ADD COLUMN mail text;
        CREATE VIEW auditor_address AS SELECT id, mail FROM auditor;
        """)
final class V20260214110000__remove_auditor_mail_field {}
