package dev.ngdi.migration.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestPageTest {
  private static final String ID = "V20261101100000__add_orders_tenant_field";

  @Test
  void whatNobodyKnowsIsNotSaidToBlockNothing() {
    assertThat(row(new StatementEffect(List.of(), List.of("what `DO` locks is not known"))))
        .isEqualTo("| " + ID + " | schema | in a transaction | unproven | exact |");
  }

  @Test
  void whatIsKnownStandsBeforeWhatIsNot() {
    RelationEffect lock =
        new RelationEffect("orders", "ACCESS EXCLUSIVE", "reads and writes", true, false, true);

    assertThat(row(new StatementEffect(List.of(lock), List.of("what `DO` locks is not known"))))
        .isEqualTo(
            "| "
                + ID
                + " | schema | in a transaction |"
                + " reads and writes of `orders` while it is rewritten; unproven | exact |");
  }

  @Test
  void whatLocksNothingBlocksNothing() {
    assertThat(row(StatementEffect.NONE))
        .isEqualTo("| " + ID + " | schema | in a transaction | nothing | exact |");
  }

  private static String row(StatementEffect effect) {
    String sql = "SELECT 1";
    Sql up =
        new Sql(
            sql,
            Optional.empty(),
            List.of(new StatementSpan(0, sql.length(), 1, sql, effect)),
            true);
    DeclaredMigration migration =
        new DeclaredMigration(
            ID,
            "db." + ID,
            MigrationType.SCHEMA,
            "Orders know their tenant.",
            Optional.of(up),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            new Reversibility(Reversibility.Kind.EXACT, List.of()));
    return ManifestPage.of(new Manifest(14, List.of(migration)))
        .lines()
        .filter(line -> line.startsWith("| " + ID))
        .findFirst()
        .orElseThrow();
  }
}
