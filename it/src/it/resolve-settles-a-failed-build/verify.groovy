import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '`V20261103090000__create_station_name_index` failed: could not create unique index "station_name_idx"',
      'detail: Key (name)=(Aare) is duplicated.',
      'it runs outside a transaction: what came before the failing statement is done',
      '2 migrations are applied, 1 is not: type `mvn db:plan`, which says how to put it right',
      '`V20261103090000__create_station_name_index` was begun before: the index `station_name_idx` was left invalid: it is dropped and built again',
      'nothing was changed: type `mvn db:deploy` to apply this migration',
      'to settle it as not-applied would mean:',
      'the history loses the row of the attempt that failed',
      'nothing was changed: type it again with `-Ddb.confirm=true` to record this',
      'it is settled as not-applied:',
      'this is recorded: type `mvn db:status` to go on',
      '1 migration is pending: type `mvn db:deploy` to apply it',
      '[nothing-to-resolve] `V20261103090000__create_station_name_index` has nothing to resolve')
  finds("SELECT count(*) FROM flyway_schema_history", '2')
  finds("SELECT error LIKE 'resolved as not-applied by %' FROM migration_journal WHERE outcome = 'resolved'", 't')
}
