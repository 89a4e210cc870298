package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantReplayTest {
  private static final String TABLE = "CREATE TABLE city (id int, name text)";

  @Test
  void grantsAddUpAndRevokesTakeAway() {
    Replayed replayed =
        Replayed.of(
            TABLE,
            "GRANT ALL ON city TO reader, writer",
            "REVOKE ALL ON city FROM reader",
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader WITH GRANT OPTION",
            "REVOKE INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES ON city FROM writer");
    assertThat(replayed.problems()).isEmpty();
    assertThat(on(replayed, 0))
        .containsExactlyInAnyOrder(
            new Privilege("reader", "SELECT", true),
            new Privilege("writer", "SELECT", false),
            new Privilege("writer", "MAINTAIN", false));
  }

  @Test
  void columnsHaveTheirOwn() {
    Replayed replayed = Replayed.of(TABLE, "GRANT SELECT (name), UPDATE (name) ON city TO reader");
    assertThat(on(replayed, 0)).isEmpty();
    assertThat(on(replayed, 2))
        .containsExactlyInAnyOrder(
            new Privilege("reader", "SELECT", false), new Privilege("reader", "UPDATE", false));
  }

  @Test
  void whatEverybodyHasCanBeTaken() {
    String function = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'";
    String revoke = "REVOKE ALL ON FUNCTION f() FROM PUBLIC";
    Replayed taken = Replayed.of(function, revoke);
    assertThat(ofFunction(taken)).containsExactly(new Privilege("public", "NO EXECUTE", false));
    Replayed back = Replayed.of(function, revoke, "GRANT EXECUTE ON FUNCTION f() TO PUBLIC");
    assertThat(ofFunction(back)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "GRANT SELECT ON cities TO me                    | 42P01",
        "GRANT SELECT (nam) ON city TO me                | 42703",
        "GRANT USAGE ON SCHEMA nope TO me                | 3F000",
        "GRANT SELECT ON ALL TABLES IN SCHEMA nope TO me | 3F000",
        "COMMENT ON TABLE cities IS 'x'                  | 42P01",
        "COMMENT ON VIEW city IS 'x'                     | 42809",
        "COMMENT ON COLUMN city.nam IS 'x'               | 42703",
        "COMMENT ON CONSTRAINT c ON city IS 'x'          | 42704",
        "COMMENT ON TRIGGER c ON city IS 'x'             | 42704",
        "COMMENT ON SCHEMA nope IS 'x'                   | 3F000",
        "COMMENT ON TYPE nope IS 'x'                     | 42704",
        "COMMENT ON EXTENSION nope IS 'x'                | 42704",
        "CREATE SCHEMA public                            | 42P06",
        "DROP SCHEMA nope                                | 3F000",
        "DROP SCHEMA public                              | 2BP01",
        "ALTER SCHEMA nope RENAME TO x                   | 3F000",
        "CREATE EXTENSION plpgsql                        | 42710",
        "DROP EXTENSION nope                             | 42704",
      })
  void refused(String statement, String code) {
    assertThat(Replayed.of(TABLE, statement).codes()).containsExactly(code);
  }

  @Test
  void commentsCanBeTakenAway() {
    Replayed replayed =
        Replayed.of(
            TABLE,
            "COMMENT ON COLUMN city.name IS 'what it is called'",
            "COMMENT ON COLUMN city.id IS 'x'",
            "COMMENT ON COLUMN city.id IS NULL",
            "COMMENT ON TABLE city IS ''");
    assertThat(replayed.problems()).isEmpty();
    int oid = oid(replayed);
    assertThat(replayed.schema().comment(new Ref(oid, 2))).contains("'what it is called'");
    assertThat(replayed.schema().comment(new Ref(oid, 1))).isEmpty();
    assertThat(replayed.schema().comment(Ref.to(oid))).isEmpty();
  }

  @Test
  void aSchemaTakesItsElementsAndTheSearchPathFindsThem() {
    Replayed replayed =
        Replayed.of(
            "CREATE SCHEMA geo CREATE TABLE city (id int) CREATE VIEW v AS SELECT id FROM city",
            "SET search_path = geo, public",
            "CREATE TYPE mood AS ENUM ('ok')",
            "SELECT id FROM v",
            "RESET search_path",
            "ALTER TYPE geo.mood ADD VALUE 'sad'",
            "SELECT pg_catalog.set_config('search_path', '', false)",
            "SELECT id FROM geo.v");
    assertThat(replayed.problems()).isEmpty();
    assertThat(Replayed.of("CREATE SCHEMA geo CREATE TABLE a (id int)", "DROP SCHEMA geo").codes())
        .containsExactly("2BP01");
    assertThat(
            Replayed.of("CREATE SCHEMA geo CREATE TABLE a (id int)", "DROP SCHEMA geo CASCADE")
                .schema()
                .relation(new QualifiedName(Optional.of("geo"), "a"))
                .found())
        .isEmpty();
  }

  private static int oid(Replayed replayed) {
    return replayed.schema().relation(QualifiedName.of("city")).found().orElseThrow().oid();
  }

  private static List<Privilege> on(Replayed replayed, int column) {
    return replayed.schema().privileges(new Ref(oid(replayed), column));
  }

  private static List<Privilege> ofFunction(Replayed replayed) {
    return replayed
        .schema()
        .privileges(Ref.to(replayed.schema().routines(QualifiedName.of("f")).get(0).oid()));
  }
}
