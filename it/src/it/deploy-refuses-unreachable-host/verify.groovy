import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'no PostgreSQL server answers at `localhost:1`: the connection is refused',
      'start it, or correct host and port in the URL')
  doesNotPrint('at org.postgresql')
}
