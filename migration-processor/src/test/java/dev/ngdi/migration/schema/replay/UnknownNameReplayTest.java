package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table whose name is computed from what is not known: it alone is in doubt. */
final class UnknownNameReplayTest {
  private static final List<String> EARLIER =
      List.of(
          "CREATE TABLE shelf (id int, day date) PARTITION BY RANGE (day)",
          "CREATE TABLE shelf_note (id int PRIMARY KEY)");
  private static final String NAMED = "DECLARE n text; BEGIN n := 'shelf_' || current_user; ";

  @Test
  void aPartitionLeavesItsParentAndOthersWithSuchANameAsTheyAre() {
    Replayed replayed =
        after(
            NAMED
                + "EXECUTE format('CREATE TABLE %I (LIKE shelf)', n);"
                + " EXECUTE format('ALTER TABLE %I SET (fillfactor = 70)', n);"
                + " EXECUTE format('ALTER TABLE shelf ATTACH PARTITION %I DEFAULT', n);");

    assertThat(replayed.unproven()).containsExactly("what a `DO` block changes");
    assertThat(isSure(replayed, "shelf")).isTrue();
    assertThat(isSure(replayed, "shelf_note")).isTrue();
    assertThat(isSure(replayed, "shelf_postgres")).isFalse();
  }

  @Test
  void anotherTableThanTheOneThatWasMadeIsInDoubt() {
    Replayed replayed =
        after(
            NAMED
                + "EXECUTE format('CREATE TABLE %I (id int)', n);"
                + " n := 'shelf_' || lower(session_user);"
                + " EXECUTE format('ALTER TABLE %I ADD COLUMN a int', n);");

    assertThat(isSure(replayed, "shelf_note")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTE format('CREATE TABLE IF NOT EXISTS %I (id int)', n);"
            + " EXECUTE format('ALTER TABLE %I ADD COLUMN a int', n);",
        "IF current_user = 'a' THEN EXECUTE format('CREATE TABLE %I (id int)', n); ELSE"
            + " EXECUTE format('ALTER TABLE %I ADD COLUMN a int', n); END IF;",
        "BEGIN EXECUTE format('CREATE TABLE %I (id int)', n); EXCEPTION WHEN duplicate_table THEN"
            + " EXECUTE format('ALTER TABLE %I ADD COLUMN a int', n); END;",
        "EXECUTE 'CREATE TABLE shelf_' || current_user || ' (id int)';"
            + " EXECUTE 'ALTER TABLE shelf_' || session_user || ' ADD COLUMN a int';",
      })
  void aTableThatMayHaveBeenThereIsInDoubt(String body) {
    assertThat(isSure(after(NAMED + body), "shelf_note")).isFalse();
  }

  private static Replayed after(String block) {
    List<String> statements = new ArrayList<>(EARLIER);
    statements.add("DO $$ " + block + " END $$");
    return Replayed.of(statements.toArray(String[]::new));
  }

  /** Whether a table is there, or not, and as it is known to be. */
  private static boolean isSure(Replayed replayed, String table) {
    QualifiedName name = QualifiedName.of(table);
    return replayed.schema().relation(name).sure()
        && replayed.schema().relation(name).found().filter(replayed.schema()::unsure).isEmpty();
  }
}
