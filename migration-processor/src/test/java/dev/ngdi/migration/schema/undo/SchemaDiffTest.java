package dev.ngdi.migration.schema.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two schemas are compared by name, and what differs is said in the user's names. */
@Tag("fast")
class SchemaDiffTest {
  private static final Schema EXPECTED = HandMade.schema();

  private static List<String> sentences(Schema actual) {
    return SchemaDiff.between(EXPECTED, actual).stream()
        .map(d -> (d.certain() ? "" : "perhaps ") + d.sentence())
        .toList();
  }

  private static Table user() {
    return EXPECTED.get(HandMade.USER, Table.class).orElseThrow();
  }

  @Test
  void theSameIsTheSameWhateverItsNumbers() {
    assertThat(sentences(EXPECTED)).isEmpty();
    assertThat(sentences(HandMade.schema())).isEmpty();
  }

  @Test
  void aColumnThatIsLeftOverIsStillThere() {
    Table more =
        user()
            .withColumns(
                List.of(
                    user().columns().get(0),
                    user().columns().get(1),
                    user().columns().get(2),
                    Column.of(4, "role", TypeRef.of("text"))));

    assertThat(sentences(EXPECTED.with(more)))
        .containsExactly("column `app_user.role` is still there");
  }

  @Test
  void aTableThatIsMissingTakesWhatBelongsToItAlong() {
    Schema without = EXPECTED.without(HandMade.INDEX).without(HandMade.USER);

    assertThat(sentences(without)).containsExactly("table `app_user` is not restored");
  }

  @Test
  void aColumnIsComparedByEachOfItsProperties() {
    Column id = user().columns().get(0);
    Table changed =
        user()
            .withColumn(id.withNotNull(false).withDefault(0).withType(TypeRef.of("int8"), ""))
            .withColumn(user().columns().get(1).withName("team"));

    assertThat(sentences(EXPECTED.with(changed)))
        .containsExactly(
            "column `app_user.\"Team\"` is still named `app_user.team`",
            "`DEFAULT` of `app_user.id` is not restored",
            "`NOT NULL` of `app_user.id` is not restored",
            "column `app_user.id` was `integer`, now is `bigint`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE t ALTER id SET INCREMENT BY 2                          | the increment of sequence `t_id_seq` was `5`, now is `2`
          GRANT USAGE ON SEQUENCE t_id_seq TO PUBLIC                         | `USAGE` to `PUBLIC` on `t_id_seq` is still there
          ALTER TABLE t DROP id; ALTER TABLE t ADD id int GENERATED ALWAYS AS IDENTITY | the increment `5` of `t_id_seq` is not restored
          ALTER TABLE t ALTER id DROP IDENTITY                               | `GENERATED ALWAYS AS IDENTITY` of `t.id` is not restored
          ALTER TABLE t DROP id                                              | column `t.id` is not restored
          """)
  void anIdentityIsComparedWithItsSequence(String change, String sentence) {
    Schema before =
        after(
            Schema.empty(18).closed(),
            "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (INCREMENT 5))");

    assertThat(SchemaDiff.between(before, after(before, change)))
        .extracting(Difference::sentence)
        .containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE t ALTER a DROP NOT NULL, ALTER a SET NOT NULL | the name of `NOT NULL` `must` of `t.a` is not restored
          ALTER TABLE t RENAME CONSTRAINT must TO shall | the name of `NOT NULL` of column `t.a` was `must`, now is `shall`
          ALTER TABLE t RENAME CONSTRAINT t_b_not_null TO must_too | the name of `NOT NULL` `must_too` of `t.b` is still there
          ALTER TABLE t ALTER a DROP NOT NULL | `NOT NULL` of `t.a` is not restored
          ALTER TABLE t RENAME CONSTRAINT t_b_not_null TO x_b_not_null |
          """)
  void aNameGivenToNotNullIsCompared(String change, String sentence) {
    Schema before =
        after(
            Schema.empty(18).closed(),
            "CREATE TABLE t (a int CONSTRAINT must NOT NULL, b int NOT NULL)");

    assertThat(SchemaDiff.between(before, after(before, change)))
        .extracting(Difference::sentence)
        .isEqualTo(sentence == null ? List.of() : List.of(sentence));
  }

  @Test
  void whatLivesAsLongAsTheSessionIsNotComparedWithAllThatBelongsToIt() {
    Schema before = Schema.empty(18).closed();
    Schema after =
        after(
            before,
            """
            CREATE TEMP TABLE aside (id serial PRIMARY KEY, code text UNIQUE CHECK (code <> ''));
            CREATE INDEX aside_idx ON aside (code DESC);
            """);

    assertThat(SchemaDiff.between(before, after)).isEmpty();
    assertThat(SchemaDiff.between(after, before)).isEmpty();
  }

  private static Schema after(Schema start, String sql) {
    return Course.of(start, Script.parse(sql)).end();
  }

  @Test
  void anExpressionThatIsWrittenOtherwiseIsPerhapsTheSame() {
    assertThat(sentences(withDefault("0"), withDefault("(0)"))).isEmpty();
    assertThat(sentences(withDefault("now()"), withDefault("pg_catalog.NOW( )"))).isEmpty();
    assertThat(sentences(withDefault("'a'"), withDefault("'a'::text"))).isEmpty();
    assertThat(sentences(withDefault("f(a)"), withDefault("f(a::text)")))
        .containsExactly("perhaps `DEFAULT` of `app_user.id` was `f(a)`, now is `f(a::text)`");
    assertThat(sentences(withDefault("now()"), withDefault("CURRENT_TIMESTAMP"))).hasSize(1);
    assertThat(sentences(withDefault("0"), withDefault("1")))
        .containsExactly("`DEFAULT` of `app_user.id` was `0`, now is `1`");
  }

  private static List<String> sentences(Schema expected, Schema actual) {
    return SchemaDiff.between(expected, actual).stream()
        .map(d -> (d.certain() ? "" : "perhaps ") + d.sentence())
        .toList();
  }

  private static Schema withDefault(String sql) {
    return EXPECTED.with(
        new ColumnDefault(HandMade.DEFAULT, HandMade.USER, 1, Bound.constant(sql)));
  }

  @Test
  void theDefinitionOfAnIndexIsShownAsItWasAndAsItIs() {
    Index index = EXPECTED.get(HandMade.INDEX, Index.class).orElseThrow();
    Index.Part id = new Index.Part(1, Optional.empty(), "", "", true, true, "");
    Index wider =
        new Index(
            index.oid(),
            index.scope(),
            index.name(),
            index.table(),
            true,
            "btree",
            List.of(index.parts().get(0), id),
            List.of(),
            Optional.empty(),
            false,
            true,
            0,
            Settings.NONE);

    assertThat(sentences(EXPECTED.with(wider)))
        .containsExactly(
            "index `app_user_team_idx` had `(\"Team\")`, now has `(\"Team\", id DESC)`",
            "`UNIQUE` of `app_user_team_idx` is still there");
  }

  @Test
  void theBodyOfAFunctionIsComparedToTheLetter() {
    Routine touch = EXPECTED.get(HandMade.FUNCTION, Routine.class).orElseThrow();
    Routine other =
        new Routine(
            touch.oid(),
            touch.scope(),
            touch.name(),
            touch.kind(),
            touch.arguments(),
            touch.returns(),
            false,
            touch.language(),
            "BEGIN RETURN NEW; END",
            Optional.empty(),
            touch.settings());

    assertThat(sentences(EXPECTED.with(other)))
        .containsExactly("the body of `touch()` is not the earlier one");
  }

  @Test
  void theValuesOfAnEnumAreToldOneByOne() {
    UserType.Enumeration mood =
        EXPECTED.get(HandMade.MOOD, UserType.Enumeration.class).orElseThrow();

    assertThat(sentences(EXPECTED.with(mood.withValues(List.of("sad", "happy")))))
        .containsExactly(
            "enum value `happy` of `mood` is still there",
            "enum value `it's ok` of `mood` is not restored");
  }

  @Test
  void commentsGrantsAndOwnersCount() {
    Schema changed =
        EXPECTED
            .withComment(new Ref(HandMade.USER, 2), Optional.empty())
            .withOwner(HandMade.PARENT, "boss")
            .withPrivileges(Ref.to(HandMade.USER), List.of());

    assertThat(sentences(changed))
        .containsExactly(
            "the comment on column `app_user.\"Team\"` is not restored",
            "`SELECT` to `PUBLIC` on `app_user` is not restored",
            "the owner `boss` of `team` is still there");
  }

  @Test
  void whatSomethingUnreadableMayHaveTouchedIsNeverCertain() {
    Schema unsure =
        EXPECTED.with(user().incomplete()).without(HandMade.VIEW).withUnsure(List.of("teams"));

    assertThat(sentences(unsure)).containsExactly("perhaps view `teams` is not restored");
  }
}
