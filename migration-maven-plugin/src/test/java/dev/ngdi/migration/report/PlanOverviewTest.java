package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.code;
import static dev.ngdi.migration.engine.Fixtures.irreversible;
import static dev.ngdi.migration.engine.Fixtures.locking;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.reversibility;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Planner;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.TableSize;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Reversibility.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan as it is shown before it runs. */
final class PlanOverviewTest {
  private static final RelationEffect REWRITE =
      new RelationEffect("one", "ACCESS EXCLUSIVE", "reads and writes", true, false, true);
  private static final RelationEffect REFERENCE =
      new RelationEffect("two", "SHARE ROW EXCLUSIVE", "writes", false, false, false);
  private static final RelationEffect ROWS =
      new RelationEffect("three", "ROW EXCLUSIVE", "nothing", false, false, false);

  @Test
  void hasAnEntryForEachMigration() {
    assertThat(
            lines(
                deploy(
                    table(1),
                    outside(
                        "V20261101000002__add_table_one_index",
                        "CREATE INDEX CONCURRENTLY table_one_idx ON table_one (id)",
                        "DROP INDEX CONCURRENTLY table_one_idx"),
                    irreversible(table(3), "the rows are gone"),
                    code(4))))
        .isEqualTo(
            """
            4 migrations are to be applied:
              1.  V20261101000001__create_table_one     schema  in a transaction       reversible
              2.  V20261101000002__add_table_one_index  schema  without a transaction  reversible
              3.  V20261101000003__create_table_three   schema  in a transaction       irreversible
              4.  V20261101000004__create_table_four    data    in a transaction       reversible
                   is Java code, so what it locks is not known""");
  }

  @ParameterizedTest
  @CsvSource({"EXACT,reversible", "LOSSY,lossy", "UNPROVEN,'reversible, unproven'"})
  void saysHowFarItCanBeTakenBack(Kind kind, String words) {
    assertThat(lines(deploy(reversibility(table(1), kind))))
        .endsWith("V20261101000001__create_table_one  schema  in a transaction  " + words);
  }

  @Test
  void saysWhomItHoldsUpAndOnHowMuch() {
    Plan plan =
        sized(
            deploy(
                locking(
                    "V20261101000005__change_one_id_type",
                    "ALTER TABLE one ALTER COLUMN id TYPE bigint",
                    ROWS,
                    REWRITE,
                    REFERENCE)),
            Map.of(
                "one", Optional.of(new TableSize(1_234_567, 356_515_840)),
                "two", Optional.empty(),
                "three", Optional.of(new TableSize(12, 8_192))));

    assertThat(lines(plan))
        .isEqualTo(
            """
            1 migration is to be applied:
              1.  V20261101000005__change_one_id_type  schema  in a transaction  reversible
                   blocks reads and writes of one while it is rewritten (ACCESS EXCLUSIVE), about 1.2 million rows, 340 MB
                   blocks writes of two, shortly (SHARE ROW EXCLUSIVE), size unknown
                   works on three (ROW EXCLUSIVE), about 12 rows, 8 kB""");
  }

  @Test
  void saysOnceOfEachTableWhatAllStatementsDoToIt() {
    RelationEffect scan = new RelationEffect("one", "SHARE", "writes", false, true, false);
    RelationEffect shortly =
        new RelationEffect("one", "ACCESS EXCLUSIVE", "reads and writes", false, false, false);

    assertThat(lines(deploy(locking("V20261101000005__change_one", "ALTER", scan, shortly))))
        .endsWith("\n       blocks reads and writes of one while it is read (ACCESS EXCLUSIVE)");
  }

  @Test
  void saysNothingOfTablesThatThePlanItselfMakes() {
    DeclaredMigration locking =
        locking(
            "V20261101000005__change_one",
            "ALTER",
            new RelationEffect("table_one", "SHARE", "writes", false, false, false));

    assertThat(lines(deploy(table(1), locking)).lines()).hasSize(3);
    assertThat(lines(sized(deploy(table(1), locking), Map.of("table_one", Optional.empty()))))
        .as("it may be there already")
        .endsWith("       blocks writes of table_one, shortly (SHARE), size unknown");
  }

  @Test
  void namesThreeTablesOfAMigration() {
    RelationEffect[] locks =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> new RelationEffect("t" + i, "SHARE", "writes", false, false, false))
            .toArray(RelationEffect[]::new);

    assertThat(lines(deploy(locking("V20261101000005__change_all", "ALTER", locks))).lines())
        .endsWith(
            "       blocks writes of t1, shortly (SHARE)",
            "       blocks writes of t2, shortly (SHARE)",
            "       blocks writes of t3, shortly (SHARE)",
            "       and locks 6 more");
  }

  @Test
  void staysCalmAboutAThousand() {
    DeclaredMigration[] thousand =
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(
                i -> locking("V%014d__change_it".formatted(i), "ALTER", i < 901 ? ROWS : REWRITE))
            .toArray(DeclaredMigration[]::new);

    List<String> lines = lines(deploy(thousand)).lines().toList();

    assertThat(lines).hasSize(32).startsWith("1000 migrations are to be applied:");
    assertThat(lines)
        .last()
        .isEqualTo("  and 970 more, 100 of which block reads or writes: `mvn db:plan` shows all");
  }

  @Test
  void saysWhatIsTakenBack() {
    Plan down =
        Planner.down(
            manifest(table(1), table(2)),
            List.of(applied(table(1)), applied(table(2))),
            Map.of(),
            new DownRequest.Steps(2));

    assertThat(lines(down))
        .isEqualTo(
            """
            2 migrations are to be taken back:
              1.  V20261101000002__create_table_two  schema  in a transaction
              2.  V20261101000001__create_table_one  schema  in a transaction""");
  }

  @Test
  void saysWhatComesBeforeTheFirst() {
    assertThat(lines(deploy(table(1)).clearing()))
        .startsWith("everything in the schema is to be dropped\n1 migration is to be applied:\n");
    assertThat(
            lines(
                Planner.deploy(
                    manifest(table(1)),
                    List.of(),
                    Map.of(),
                    DeployRequest.PLAIN.from("20261101000001"))))
        .isEqualTo("the history is to begin with 20261101000001, as baseline");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, no rows",
    "1, 8192, 'about 1 row, 8 kB'",
    "999, 16384, 'about 999 rows, 16 kB'",
    "1000, 1048576, 'about 1 thousand rows, 1 MB'",
    "1999, 1677721, 'about 1.9 thousand rows, 1.5 MB'",
    "12345, 10485760, 'about 12 thousand rows, 10 MB'",
    "999999, 1073741823, 'about 999 thousand rows, 1023 MB'",
    "4200000000, 1319413953332, 'about 4.2 billion rows, 1.2 TB'",
  })
  void saysHowBigATableIs(long rows, long bytes, String words) {
    assertThat(Text.size(new TableSize(rows, bytes))).isEqualTo(words);
  }

  private static Plan deploy(DeclaredMigration... migrations) {
    return Planner.deploy(manifest(migrations), List.of(), Map.of(), DeployRequest.PLAIN);
  }

  private static Plan sized(Plan plan, Map<String, Optional<TableSize>> sizes) {
    return plan.with(new Preflight(List.of(), List.of(), sizes));
  }

  private static String lines(Plan plan) {
    return String.join("\n", new PlanOverview(plan).lines());
  }
}
