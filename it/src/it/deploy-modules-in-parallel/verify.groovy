import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('1 migration is applied in ', '1 migration is applied in ')
  finds(
      "SELECT to_regclass('catalogue.station'), to_regclass('accounts.member')",
      'catalogue.station|accounts.member')
  finds(
      """
      SELECT schemaname FROM pg_tables WHERE tablename = 'flyway_schema_history' ORDER BY 1
      """,
      'accounts', 'catalogue')
}
