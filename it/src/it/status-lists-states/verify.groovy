import dev.ngdi.migration.it.Scenario
import groovy.json.JsonSlurper

new Scenario(basedir).with {
  prints(
      'V20261102090000__create_station_table      applied  ',
      'V20261102091000__create_reading_table      applied  ',
      'V20261104090000__add_station_height_field  applied  ',
      'the database is up to date: there is nothing to do')
  prints(
      'V20261102090000__create_station_table      changed  ',
      'V20261102091000__create_reading_table      missing  ',
      'V20261103090000__create_region_table       late',
      'V20261104090000__add_station_height_field  applied  ',
      'V20261105090000__create_sensor_table       pending',
      '`V20261102090000__create_station_table` was edited after it was applied',
      '`V20261102091000__create_reading_table` is applied, and the manifest does not have it',
      '`V20261103090000__create_region_table` is older than an applied migration and was never applied',
      '3 migrations are not in order: type `mvn db:plan`')
}

def report = new JsonSlurper().parse(new File(basedir, 'target/db/status.json'))
assert report.migrations*.state == ['changed', 'missing', 'late', 'applied', 'pending']
