package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ngdi.migration.sql.ConstraintDefinition.IndexClauses;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.ConstraintDefinition.References;
import dev.ngdi.migration.sql.ConstraintDefinition.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CHECK (a > 0) | CHECK | `` | ``",
        "CONSTRAINT k CHECK (a > 0) | CHECK | k | ``",
        "UNIQUE (a, \"B\") | UNIQUE | `` | a,B",
        "CONSTRAINT \"K\" UNIQUE NULLS NOT DISTINCT (a) | UNIQUE | K | a",
        "PRIMARY KEY (a, b) INCLUDE (c) | PRIMARY_KEY | `` | a,b",
        "PRIMARY KEY (a, b WITHOUT OVERLAPS) | PRIMARY_KEY | `` | a,b",
        "FOREIGN KEY (a, b) REFERENCES u (c, d) | FOREIGN_KEY | `` | a,b",
        "FOREIGN KEY (a, PERIOD b) REFERENCES u (c, PERIOD d) | FOREIGN_KEY | `` | a,b",
        "FOREIGN KEY (period) REFERENCES u | FOREIGN_KEY | `` | period",
        "EXCLUDE USING gist (a WITH =) | EXCLUDE | `` | ``",
        "CONSTRAINT nn NOT NULL a | NOT_NULL | nn | a",
        "NOT NULL a NO INHERIT | NOT_NULL | `` | a",
        "NOT NULL enforced | NOT_NULL | `` | enforced",
      })
  void aConstraintHasItsKindNameAndColumns(String sql, Kind kind, String name, String columns) {
    ConstraintDefinition constraint = constraint(sql);

    assertThat(constraint.kind()).isEqualTo(kind);
    assertThat(constraint.name().orElse("")).isEqualTo(name);
    assertThat(String.join(",", constraint.columns())).isEqualTo(columns);
    assertThat(constraint.sql()).isEqualTo(sql.replaceFirst("CONSTRAINT \\S+ ", ""));
  }

  @Test
  void aCheckHasItsExpressionWithoutTheParentheses() {
    assertThat(constraint("CHECK ((a > 0) AND (b)) NO INHERIT").expression().map(Fragment::sql))
        .contains("(a > 0) AND (b)");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT VALID, false, false, true, false, false",
    "NOT ENFORCED, false, false, false, true, false",
    "ENFORCED, false, false, false, false, false",
    "DEFERRABLE, true, false, false, false, false",
    "NOT DEFERRABLE, false, false, false, false, false",
    "INITIALLY DEFERRED, true, true, false, false, false",
    "INITIALLY IMMEDIATE, false, false, false, false, false",
    "DEFERRABLE INITIALLY IMMEDIATE, true, false, false, false, false",
    "INITIALLY DEFERRED DEFERRABLE NOT VALID, true, true, true, false, false",
    "NOT VALID DEFERRABLE INITIALLY DEFERRED, true, true, true, false, false",
    "NO INHERIT NOT VALID, false, false, true, false, true",
    "NOT VALID NO INHERIT, false, false, true, false, true",
  })
  void aConstraintHasItsStateInAnyOrder(
      String written,
      boolean deferrable,
      boolean initiallyDeferred,
      boolean notValid,
      boolean notEnforced,
      boolean noInherit) {
    String definition = noInherit ? "CHECK (a > 0) " : "FOREIGN KEY (a) REFERENCES u (b) ";

    assertThat(constraint(definition + written).state())
        .isEqualTo(new State(deferrable, initiallyDeferred, notValid, notEnforced, noInherit));
  }

  @Test
  void aForeignKeySaysWhatItRefersTo() {
    assertThat(constraint("FOREIGN KEY (a) REFERENCES u NOT VALID").references())
        .contains(
            new References(
                QualifiedName.of("u"),
                List.of(),
                "SIMPLE",
                "NO ACTION",
                "NO ACTION",
                List.of(),
                false));
    assertThat(
            constraint(
                    "FOREIGN KEY (a, b) REFERENCES app.u (c, d) MATCH FULL ON DELETE SET NULL (b)"
                        + " ON UPDATE CASCADE DEFERRABLE")
                .references())
        .contains(
            new References(
                new QualifiedName(Optional.of("app"), "u"),
                List.of("c", "d"),
                "FULL",
                "CASCADE",
                "SET NULL",
                List.of("b"),
                false));
    assertThat(
            constraint(
                    "FOREIGN KEY (a, PERIOD b) REFERENCES u (c, PERIOD d) ON UPDATE NO ACTION ON"
                        + " DELETE RESTRICT")
                .references())
        .contains(
            new References(
                QualifiedName.of("u"),
                List.of("c", "d"),
                "SIMPLE",
                "NO ACTION",
                "RESTRICT",
                List.of(),
                true));
  }

  @Test
  void aKeySaysHowItsIndexIsMade() {
    ConstraintDefinition key =
        constraint(
            "UNIQUE NULLS NOT DISTINCT (a, b WITHOUT OVERLAPS) INCLUDE (c, d) WITH (fillfactor ="
                + " 70) USING INDEX TABLESPACE fast DEFERRABLE");

    assertThat(key.index())
        .isEqualTo(
            new IndexClauses(
                "btree",
                true,
                true,
                List.of("c", "d"),
                Map.of("fillfactor", "70"),
                Optional.of("fast"),
                Optional.empty()));
    assertThat(key.state().deferrable()).isTrue();
    assertThat(key.usingIndex()).isEmpty();
    assertThat(constraint("UNIQUE (a)").index()).isEqualTo(IndexClauses.NONE);
  }

  @Test
  void aKeyCanTakeOverAnIndex() {
    ConstraintDefinition key =
        ConstraintReader.ofTable(
            Cursor.over("CONSTRAINT k PRIMARY KEY USING INDEX \"I\" INITIALLY DEFERRED"));

    assertThat(key.name()).contains("k");
    assertThat(key.usingIndex()).contains("I");
    assertThat(key.columns()).isEmpty();
    assertThat(key.state().initiallyDeferred()).isTrue();
  }

  @Test
  void anExclusionHasItsElementsAndTheirOperators() {
    ConstraintDefinition exclusion =
        constraint(
            "EXCLUDE USING gist (a WITH =, lower(b) COLLATE \"C\" app.ops WITH"
                + " OPERATOR(pg_catalog.&&)) WHERE (a IS NOT NULL) DEFERRABLE");

    assertThat(exclusion.elements())
        .extracting(
            e -> e.column().orElse(""),
            e -> e.expression().map(Fragment::sql).orElse(""),
            e -> e.operatorClass().map(QualifiedName::sql).orElse(""),
            IndexElement::operator)
        .containsExactly(
            tuple("a", "", "", "="), tuple("", "lower(b)", "app.ops", "OPERATOR(pg_catalog.&&)"));
    assertThat(exclusion.index().method()).isEqualTo("gist");
    assertThat(exclusion.index().where().map(Fragment::sql)).contains("a IS NOT NULL");
    assertThat(exclusion.state().deferrable()).isTrue();
  }

  private static ConstraintDefinition constraint(String sql) {
    Script script = Script.parse("ALTER TABLE t ADD " + sql);
    assertThat(script.problems()).isEmpty();
    return ((TableAction.AddConstraint)
            script.all(Statement.AlterTable.class).get(0).actions().get(0))
        .constraint();
  }
}
