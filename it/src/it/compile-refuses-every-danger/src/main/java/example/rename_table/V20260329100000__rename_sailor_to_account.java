package example.rename_table;

import dev.ngdi.migration.SchemaMigration;

/** Accounts are people and machines. */
@SchemaMigration(
    up = "ALTER TABLE sailor RENAME TO account",
    down = "ALTER TABLE account RENAME TO sailor")
final class V20260329100000__rename_sailor_to_account {}
