import dev.ngdi.migration.it.Scenario
import groovy.json.JsonSlurper

def file = new File(basedir, 'target/classes/META-INF/migrations/manifest.json')
def manifest = new JsonSlurper().parse(file)
assert manifest.migrations*.id == [
    'V20261102090000__create_station_table',
    'V20261103090000__create_sensor_table']

new Scenario(basedir).with {
  writes('target/classes/META-INF/migrations/manifest.md', 'A station has several sensors.')
}
