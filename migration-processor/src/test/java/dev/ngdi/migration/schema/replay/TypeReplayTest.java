package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeReplayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ALTER TYPE mood ADD VALUE 'calm'                      | sad, ok, happy, calm",
        "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'ok'          | sad, calm, ok, happy",
        "ALTER TYPE mood ADD VALUE 'calm' AFTER 'ok'           | sad, ok, calm, happy",
        "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok'          | sad, ok, happy",
        "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'           | sad, fine, happy",
      })
  void valuesOfAnEnum(String statement, String values) {
    Replayed replayed = Replayed.of("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')", statement);
    assertThat(replayed.problems()).isEmpty();
    assertThat(((UserType.Enumeration) type(replayed, "mood")).values())
        .containsExactly(values.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ALTER TYPE mood ADD VALUE 'ok'                        | 42710",
        "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'nope'        | 22023",
        "ALTER TYPE mood RENAME VALUE 'nope' TO 'x'            | 22023",
        "ALTER TYPE mood RENAME VALUE 'ok' TO 'sad'            | 42710",
        "CREATE TYPE mood AS ENUM ()                           | 42710",
        "CREATE DOMAIN mood AS int                             | 42710",
        "CREATE TYPE box AS (a moody)                          | 42704",
        "ALTER TYPE moody ADD VALUE 'x'                        | 42704",
        "DROP TYPE moody                                       | 42704",
        "DROP DOMAIN mood                                      | 42809",
        "DROP TYPE mood                                        | 2BP01",
        "ALTER TYPE pair RENAME ATTRIBUTE c TO d               | 42703",
        "ALTER TYPE pair ADD ATTRIBUTE a int                   | 42701",
        "ALTER TYPE pair DROP ATTRIBUTE c                      | 42703",
        "ALTER DOMAIN age DROP CONSTRAINT nope                 | 42704",
        "ALTER DOMAIN age ADD CONSTRAINT age_check CHECK (value <> 3) | 42710",
        "CREATE TYPE nope.mood AS ENUM ('a')                   | 3F000",
      })
  void refused(String statement, String code) {
    Replayed replayed =
        Replayed.of(
            "CREATE TYPE mood AS ENUM ('sad', 'ok')",
            "CREATE TYPE pair AS (a int, b mood)",
            "CREATE DOMAIN age AS int CHECK (value > 0)",
            statement);
    assertThat(replayed.codes()).containsExactly(code);
  }

  @Test
  void aMisspeltTypeIsToldFromANearOne() {
    Replayed replayed =
        Replayed.of("CREATE TYPE mood AS ENUM ('ok')", "ALTER TYPE moood ADD VALUE 'x'");
    assertThat(replayed.course().steps().get(1).problems().get(0).instead()).isEqualTo("`mood`");
  }

  @Test
  void constraintsOfADomainGetNames() {
    Replayed replayed =
        Replayed.of(
            "CREATE DOMAIN age AS int NOT NULL CHECK (value > 0) CHECK (value < 200)",
            "ALTER DOMAIN age ADD CHECK (value <> 13)",
            "ALTER DOMAIN age RENAME CONSTRAINT age_check1 TO young",
            "ALTER DOMAIN age ADD CONSTRAINT lucky CHECK (value <> 7) NOT VALID");
    assertThat(replayed.problems()).isEmpty();
    Schema schema = replayed.schema();
    assertThat(schema.of(type(replayed, "age").oid(), Constraint.class))
        .extracting(Constraint::name)
        .containsExactlyInAnyOrder("age_not_null", "age_check", "young", "age_check2", "lucky");
    assertThat(schema.constraint(type(replayed, "age").oid(), "lucky").found().orElseThrow())
        .extracting(constraint -> constraint.state().validated())
        .isEqualTo(false);
  }

  @Test
  void notNullOfADomainComesAndGoes() {
    Replayed replayed =
        Replayed.of(
            "CREATE DOMAIN age AS int DEFAULT 3",
            "ALTER DOMAIN age SET NOT NULL",
            "ALTER DOMAIN age DROP NOT NULL",
            "ALTER DOMAIN age DROP DEFAULT");
    UserType.Domain age = (UserType.Domain) type(replayed, "age");
    assertThat(age.notNull()).isFalse();
    assertThat(age.defaultValue()).isEmpty();
    assertThat(replayed.schema().of(age.oid(), Constraint.class)).isEmpty();
  }

  @Test
  void attributesOfACompositeType() {
    Replayed replayed =
        Replayed.of(
            "CREATE TYPE pair AS (a int, b text)",
            "ALTER TYPE pair ADD ATTRIBUTE c numeric(10,2), DROP ATTRIBUTE a",
            "ALTER TYPE pair ALTER ATTRIBUTE b TYPE varchar(20)",
            "ALTER TYPE pair RENAME ATTRIBUTE b TO d",
            "ALTER TYPE pair RENAME TO couple");
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
    assertThat(((UserType.Composite) type(replayed, "couple")).attributes())
        .extracting(a -> a.name() + " " + a.type().builtin() + a.type().modifiers())
        .containsExactly("d varchar[20]", "c numeric[10, 2]");
  }

  @Test
  void cascadeTakesWhatNeedsAType() {
    Replayed replayed =
        Replayed.of(
            "CREATE TYPE mood AS ENUM ('ok')",
            "CREATE TYPE pair AS (a int, b mood)",
            "CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE DOMAIN good AS mood",
            "DROP TYPE mood CASCADE");
    assertThat(replayed.problems()).isEmpty();
    assertThat(((UserType.Composite) type(replayed, "pair")).attributes())
        .extracting(a -> a.name())
        .containsExactly("a");
    assertThat(replayed.schema().routines(QualifiedName.of("f"))).isEmpty();
    assertThat(replayed.schema().type(QualifiedName.of("good")).absent()).isTrue();
  }

  @Test
  void aRangeBringsItsMultirange() {
    Replayed replayed =
        Replayed.of(
            "CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi)",
            "CREATE TYPE span AS RANGE (subtype = date)");
    assertThat(replayed.problems()).isEmpty();
    assertThat(List.of("floatmultirange", "span_multirange"))
        .allMatch(name -> replayed.schema().type(QualifiedName.of(name)).present());
    assertThat(Replayed.of("CREATE TYPE r AS RANGE (subtype = int)", "DROP TYPE r").schema())
        .extracting(schema -> schema.all(UserType.class))
        .isEqualTo(List.of());
  }

  private static UserType type(Replayed replayed, String name) {
    return replayed.schema().type(QualifiedName.of(name)).found().orElseThrow();
  }
}
