import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '| migration | type | runs | blocks | way back |',
      '| V20261102091000__create_reading_table | schema | in a transaction | writes of `station`, shortly | exact |',
      '| V20261103090000__create_reading_index | schema | **without a transaction** | nothing | exact |',
      '| 1 | `station` | SHARE ROW EXCLUSIVE | writes | is short |')
  prints('CREATE INDEX CONCURRENTLY reading_taken_idx ON reading (taken_at)')
  prints('the manifest has 2 migrations newer than `V20261102090000__create_station_table`')
  prints('the manifest has 3 migrations, written to `target/page.md`')
  writes('target/page.md', 'Stations stand where readings are taken.')
  writes('target/page.md', 'DROP INDEX CONCURRENTLY reading_taken_idx')
}
