package example.sequence_not_reset;

import dev.ngdi.migration.DataMigration;

/** The licences that publishers ask for most. */
@DataMigration(
    up = "INSERT INTO substation_licence (id, code) VALUES (1, 'cc-by'), (2, 'cc-by-sa');",
    down = "DELETE FROM substation_licence WHERE id IN (1, 2);")
final class V20260402100000__insert_substation_licence_rows {}
