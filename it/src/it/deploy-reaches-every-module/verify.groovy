import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'module catalogue',
      '1 migration is applied in ',
      'module accounts',
      '1 migration is applied in ',
      'module catalogue',
      'the database is up to date: nothing was to be done',
      'module accounts',
      'the database is up to date: nothing was to be done',
      'took back V20261102090000__create_station_table (',
      'took back V20261102090000__create_member_table (')
  finds(
      """
      SELECT schemaname, tablename
      FROM pg_tables
      WHERE schemaname IN ('catalogue', 'accounts')
      ORDER BY schemaname, tablename
      """,
      'accounts|flyway_schema_history',
      'accounts|migration_journal',
      'catalogue|flyway_schema_history',
      'catalogue|migration_journal')
}
