package example.drop_database;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** The old catalogue is gone. */
@Irreversible(because = "its rows were exported")
@SchemaMigration(up = "DROP DATABASE old_catalogue")
final class V20260103090000__remove_old_catalogue_database {}
