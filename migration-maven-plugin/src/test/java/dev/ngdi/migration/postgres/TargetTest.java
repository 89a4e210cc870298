package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which database was reached, and whether it is the one that is meant. */
final class TargetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "portal           | 742 | ''",
        "portal@742       | 742 | ''",
        "portal           | ''  | ''",
        "portal@743       | 742 | `db.identity` is `portal@743`, and this database is `portal@742`"
            + " -> correct the URL, or `db.identity` if this is the database that is meant",
        "staging          | 742 | `db.identity` is `staging`, and this database is `portal@742` ->"
            + " correct the URL, or `db.identity` if this is the database that is meant",
        "portal@742       | ''  | `db.identity` is `portal@742`, and `o'brien` may not see the number"
            + " of this cluster -> `GRANT EXECUTE ON FUNCTION pg_control_system() TO \"o'brien\"`,"
            + " or name only the database",
      })
  void isRefusedIfItIsAnother(String wanted, String cluster, String refused) {
    Target target =
        new Target(
            "db",
            5432,
            "portal",
            Optional.of(cluster).filter(c -> !c.isEmpty()),
            "public",
            "o'brien",
            "18.6");

    assertThat(target.refusedAs(wanted).map(r -> r.message() + " -> " + r.whatToDo()).orElse(""))
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @EnumSource
  void isToldByTheServer(Server server) throws DatabaseException {
    TestDatabase database = server.database();

    try (PostgresDatabase connected = database.connect()) {
      assertThat(connected.target().identity())
          .isEqualTo(
              database
                  .rows(
                      "SELECT current_database() || '@' || system_identifier FROM pg_control_system()")
                  .get(0));
    }
  }
}
