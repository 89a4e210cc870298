package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements about objects say of them. */
class ObjectReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "VIEW v (a, \"B\") WITH (security_barrier) AS SELECT 1, 2 WITH LOCAL CHECK OPTION"
            + " → SELECT 1, 2 [a, B] {check_option=local, security_barrier=true}",
        "TEMP VIEW v AS SELECT a FROM t WITH CHECK OPTION"
            + " → SELECT a FROM t [] {check_option=cascaded} temporary",
        "RECURSIVE VIEW r (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM r"
            + " → VALUES (1) UNION ALL SELECT n + 1 FROM r [n] {} recursive",
        "MATERIALIZED VIEW m USING heap WITH (fillfactor = 70) TABLESPACE s AS SELECT 1 WITH NO"
            + " DATA → SELECT 1 [] {fillfactor=70} using heap in s without data",
        "MATERIALIZED VIEW m AS SELECT 1 AS data WITH DATA → SELECT 1 AS data [] {}",
        "MATERIALIZED VIEW m AS SELECT 1 AS data → SELECT 1 AS data [] {}",
      })
  void views(String sql, String said) {
    Definition.View view = (Definition.View) create(sql).definition();

    assertThat(
            "%s %s %s%s%s%s%s%s"
                .formatted(
                    view.query().sql(),
                    view.columnNames(),
                    new TreeMap<>(view.options()),
                    view.temporary() ? " temporary" : "",
                    view.recursive() ? " recursive" : "",
                    view.accessMethod().map(" using "::concat).orElse(""),
                    view.tablespace().map(" in "::concat).orElse(""),
                    view.withData() ? "" : " without data"))
        .isEqualTo(said);
  }

  @Test
  void aRecursiveViewReadsFromItself() {
    Definition.View view =
        (Definition.View)
            create("RECURSIVE VIEW r (n) AS VALUES (1) UNION SELECT n FROM r").definition();

    assertThat(view.query().scopes().get(1).sources())
        .containsExactly(new Fragment.QuerySource(0, Optional.of("r"), List.of("n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "f(a int, b text DEFAULT lower('X'), double precision) RETURNS int LANGUAGE sql RETURN a →"
            + " IN a pg_catalog.int4, IN b text = lower('X'), IN pg_catalog.float8 →"
            + " pg_catalog.int4 → sql",
        "f(OUT a int, INOUT b app.t[], VARIADIC c int[]) LANGUAGE 'PLpgSQL' AS '' → OUT a"
            + " pg_catalog.int4, INOUT b app.t[], VARIADIC c pg_catalog.int4[] → - → plpgsql",
        "f(a IN int, p t.name%TYPE) RETURNS SETOF app.t BEGIN ATOMIC SELECT 1; END"
            + " → IN a pg_catalog.int4, IN p t.name%TYPE → SETOF app.t → sql",
        "f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT 1'"
            + " → TABLE a pg_catalog.int4, TABLE b text → TABLE → sql",
      })
  void routines(String sql, String arguments, String returns, String language) {
    Definition.Routine routine = (Definition.Routine) create("FUNCTION " + sql).definition();

    assertThat(routine.arguments().stream().map(this::argument).collect(Collectors.joining(", ")))
        .isEqualTo(arguments);
    assertThat(routine.returnsTable() ? "TABLE" : routine.returns().map(this::type).orElse("-"))
        .isEqualTo(returns);
    assertThat(routine.language()).isEqualTo(language);
  }

  private String argument(Definition.Argument argument) {
    return argument.mode()
        + argument.name().map(" "::concat).orElse("")
        + " "
        + type(argument.type())
        + argument.defaultValue().map(value -> " = " + value.sql()).orElse("");
  }

  private String type(TypeName type) {
    return (type.setOf() ? "SETOF " : "")
        + type.name().sql().replace("\"", "")
        + "[]".repeat(type.dimensions())
        + (type.ofColumn() ? "%TYPE" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "IMMUTABLE STRICT PARALLEL SAFE → {parallel=safe, strict=true, volatility=immutable}",
        "CALLED ON NULL INPUT NOT LEAKPROOF WINDOW → {leakproof=false, strict=false, window=true}",
        "RETURNS NULL ON NULL INPUT LEAKPROOF → {leakproof=true, strict=true}",
        "EXTERNAL SECURITY DEFINER COST 10 ROWS 5 → {cost=10, rows=5, security=definer}",
        "SET search_path = pg_catalog, \"App\" SET x.y TO 5 STABLE"
            + " → {set search_path=pg_catalog, App, set x.y=5, volatility=stable}",
        "SET work_mem FROM CURRENT SUPPORT app.s TRANSFORM FOR TYPE hstore, FOR TYPE jsonb → {set"
            + " work_mem=FROM CURRENT, support=app.s, transform=FOR TYPE hstore, FOR TYPE jsonb}",
      })
  void attributesOfRoutines(String sql, String attributes) {
    Definition.Routine routine =
        (Definition.Routine)
            create("FUNCTION f() RETURNS int LANGUAGE sql " + sql + " AS ''").definition();

    assertThat(new TreeMap<>(routine.attributes())).hasToString(attributes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "AS 'a ''b''' → a 'b'",
        "AS $x$ a 'b' $$ c $x$ → ` a 'b' $$ c `",
        "AS E'a\\n\\'b' → `a\n'b`",
        "AS 'object', 'link' → ``",
        "RETURN 1 + 2 → RETURN 1 + 2",
        "BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END"
            + " → BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END",
      })
  void bodiesOfRoutines(String sql, String body) {
    Definition.Routine routine =
        (Definition.Routine) create("FUNCTION f() RETURNS int LANGUAGE sql " + sql).definition();

    assertThat(routine.body()).isEqualTo(body);
    assertThat(routine.atomic()).isEqualTo(routine.names().isPresent());
  }

  @Test
  void argumentsAreNoCertainColumnsOfAnAtomicBody() {
    Definition.Routine routine =
        (Definition.Routine)
            create(
                    "FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT a, f.a, b FROM t;"
                        + " RETURN c; END")
                .definition();

    assertThat(routine.names().orElseThrow().scopes())
        .flatExtracting(Fragment.Scope::columns)
        .filteredOn(Fragment.ColumnUse::certain)
        .extracting(Fragment.ColumnUse::path)
        .containsExactly(List.of("b"), List.of("c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "TRIGGER a BEFORE INSERT OR UPDATE OF a, \"B\" OR TRUNCATE ON app.t FOR EACH ROW WHEN"
            + " (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION app.f('x', 1) → BEFORE [INSERT,"
            + " UPDATE, TRUNCATE] [a, B] on app.t each row when OLD.a IS DISTINCT FROM NEW.a"
            + " app.f('x', 1)",
        "TRIGGER l AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT"
            + " EXECUTE PROCEDURE f() → AFTER [UPDATE] [] on t OLD TABLE AS o NEW TABLE AS n f()",
        "CONSTRAINT TRIGGER c AFTER INSERT ON t FROM u DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
            + " EXECUTE FUNCTION f() → constraint AFTER [INSERT] [] on t from u deferrable deferred"
            + " each row f()",
        "CONSTRAINT TRIGGER c AFTER INSERT ON t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW"
            + " EXECUTE FUNCTION f() → constraint AFTER [INSERT] [] on t each row f()",
        "TRIGGER i INSTEAD OF DELETE ON v FOR ROW EXECUTE FUNCTION f()"
            + " → INSTEAD OF [DELETE] [] on v each row f()",
      })
  void triggers(String sql, String said) {
    Statement.CreateObject create = create(sql);
    Definition.Trigger trigger = (Definition.Trigger) create.definition();

    assertThat(
            (trigger.constraint() ? "constraint " : "")
                + trigger.timing()
                + " "
                + trigger.events()
                + " "
                + trigger.ofColumns()
                + " on "
                + create.on().orElseThrow()
                + trigger.from().map(from -> " from " + from).orElse("")
                + (trigger.deferrable() ? " deferrable" : "")
                + (trigger.initiallyDeferred() ? " deferred" : "")
                + (trigger.transitionTables().isEmpty() ? "" : " " + trigger.transitionTables())
                + (trigger.forEachRow() ? " each row" : "")
                + trigger.when().map(when -> " when " + when.sql()).orElse("")
                + " %s(%s)".formatted(trigger.function(), trigger.arguments()))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT TO a, PUBLIC USING (x = current_user)"
            + " → false SELECT [a, public] x = current_user -",
        "CREATE POLICY p ON t WITH CHECK (y) → true ALL [public] - y",
        "ALTER POLICY p ON t TO b USING (true) WITH CHECK (z) → true ALL [b] true z",
        "ALTER POLICY p ON t USING (q) → true ALL [] q -",
      })
  void policies(String sql, String said) {
    Statement statement = statement(sql);
    Definition.Policy policy =
        statement instanceof Statement.CreateObject create
            ? (Definition.Policy) create.definition()
            : ((ObjectAction.SetPolicy) ((Statement.AlterObject) statement).actions().get(0))
                .policy();

    assertThat(
            "%s %s %s %s %s"
                .formatted(
                    policy.permissive(),
                    policy.command(),
                    policy.roles(),
                    policy.using().map(Fragment::sql).orElse("-"),
                    policy.withCheck().map(Fragment::sql).orElse("-")))
        .isEqualTo(said);
  }

  @Test
  void aRuleHasTheNamesOfItsConditionAndItsActions() {
    Definition.Rule rule =
        (Definition.Rule)
            create(
                    "RULE r AS ON INSERT TO v WHERE NEW.a > 1 DO INSTEAD"
                        + " (INSERT INTO t VALUES (NEW.a, b); UPDATE u SET n = 1)")
                .definition();

    assertThat(rule.event()).isEqualTo("INSERT");
    assertThat(rule.instead()).isTrue();
    assertThat(rule.action().complete()).isTrue();
    assertThat(rule.action().scopes())
        .flatExtracting(Fragment.Scope::sources)
        .extracting(source -> ((Fragment.RelationSource) source).name().name())
        .containsExactly("t", "u");
    assertThat(rule.action().scopes())
        .flatExtracting(Fragment.Scope::columns)
        .extracting(use -> String.join(".", use.path()) + (use.certain() ? "" : "?"))
        .containsExactly("new.a", "new.a?", "b", "n");
  }

  @Test
  void typesDomainsAndSequences() {
    assertThat(definition("TYPE m AS ENUM ('sad', 'it''s', E'o\\'k')"))
        .isEqualTo(new Definition.EnumType(List.of("sad", "it's", "o'k")));
    assertThat(
            ((Definition.CompositeType) definition("TYPE p AS (x int, z text COLLATE \"C\")"))
                .attributes())
        .extracting(TableElement.Column::name)
        .containsExactly("x", "z");
    assertThat(definition("TYPE r AS RANGE (SUBTYPE = float8, subtype_diff = float8mi)"))
        .isEqualTo(
            new Definition.RangeType(
                Map.of("subtype", "float8", "subtype_diff", "float8mi"),
                Optional.of(
                    new TypeName(QualifiedName.of("float8"), List.of(), "", 0, false, false))));
    assertThat(definition("TYPE shell")).isEqualTo(new Definition.Other(""));
    assertThat(definition("TEMP SEQUENCE s CACHE 20"))
        .isEqualTo(
            new Definition.Sequence(
                new SequenceOptions(Map.of("cache", "20"), Optional.empty()), true, false));
    Definition.Domain domain =
        (Definition.Domain)
            definition(
                "DOMAIN d AS citext COLLATE \"C\" DEFAULT lower('X') CONSTRAINT c CHECK (VALUE ~"
                    + " '@') NOT NULL");
    assertThat(domain.collation()).contains(QualifiedName.of("C"));
    assertThat(domain.defaultValue()).map(Fragment::sql).contains("lower('X')");
    assertThat(domain.constraints())
        .extracting(ConstraintDefinition::kind)
        .containsExactly(ConstraintDefinition.Kind.CHECK, ConstraintDefinition.Kind.NOT_NULL);
  }

  @Test
  void schemasExtensionsStatisticsAndForeignTables() {
    assertThat(definition("EXTENSION e WITH SCHEMA public VERSION '1.1' CASCADE"))
        .isEqualTo(new Definition.Extension(Optional.of("public"), Optional.of("1.1"), true));
    assertThat(create("SCHEMA AUTHORIZATION joe").name()).isEqualTo(QualifiedName.of("joe"));
    Definition.Namespace namespace =
        (Definition.Namespace)
            definition(
                "SCHEMA shop AUTHORIZATION joe CREATE TABLE item (id int)\n"
                    + " CREATE VIEW items AS SELECT * FROM item"
                    + " GRANT SELECT ON item TO a WITH GRANT OPTION GRANT SELECT ON items TO b");
    assertThat(namespace.owner()).contains("joe");
    assertThat(namespace.elements())
        .extracting(Statement::command, s -> s.source().at().line(), s -> s.source().at().column())
        .containsExactly(
            tuple("CREATE TABLE", 1, 38),
            tuple("CREATE VIEW", 2, 2),
            tuple("GRANT", 2, 42),
            tuple("GRANT", 2, 86));
    Definition.Statistics statistics =
        (Definition.Statistics) definition("STATISTICS s (ndistinct) ON a, (b + c) FROM app.t");
    assertThat(statistics.kinds()).containsExactly("ndistinct");
    assertThat(statistics.elements()).hasSize(2);
    assertThat(statistics.table()).hasToString("app.t");
    Definition.ForeignTable foreign =
        (Definition.ForeignTable) definition("FOREIGN TABLE f (id int) SERVER far");
    assertThat(foreign.elements()).hasSize(1);
    assertThat(foreign.clauses().server()).contains("far");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "INDEX a RENAME TO \"B\" → Rename[to=B]",
        "INDEX a ATTACH PARTITION app.c → AttachIndex[index=app.c]",
        "VIEW v RENAME COLUMN a TO b → LikeTable[action=RenameColumn[from=a, to=b]]",
        "VIEW v SET SCHEMA s → SetSchema[schema=s]",
        "MATERIALIZED VIEW m OWNER TO CURRENT_USER → OwnerTo[role=current_user]",
        "MATERIALIZED VIEW m CLUSTER ON i → LikeTable[action=ClusterOn[sql=CLUSTER ON i,"
            + " index=Optional[i]]]",
        "SEQUENCE s RESTART OWNED BY NONE → SetSequence[options=SequenceOptions[values={restart=},"
            + " ownedBy=Optional[[]]]]",
        "SEQUENCE s SET UNLOGGED → LikeTable[action=SetLogged[sql=SET UNLOGGED, logged=false]]",
        "TYPE m ADD VALUE IF NOT EXISTS 'gr''eat' → AddValue[value=gr'eat, ifNotExists=true,"
            + " before=false, neighbour=Optional.empty]",
        "TYPE m ADD VALUE 'a' BEFORE 'b' → AddValue[value=a, ifNotExists=false, before=true,"
            + " neighbour=Optional[b]]",
        "TYPE m RENAME VALUE 'ok' TO 'fine' → RenameValue[from=ok, to=fine]",
        "TYPE p RENAME ATTRIBUTE a TO b CASCADE → LikeTable[action=RenameColumn[from=a, to=b]]",
        "TYPE p DROP ATTRIBUTE IF EXISTS y → LikeTable[action=DropColumn[column=y, ifExists=true,"
            + " cascade=false]]",
        "DOMAIN d SET NOT NULL → LikeTable[action=SetNotNull[column=]]",
        "DOMAIN d DROP CONSTRAINT c → LikeTable[action=DropConstraint[name=c, ifExists=false,"
            + " cascade=false]]",
        "DOMAIN d RENAME CONSTRAINT c TO e → LikeTable[action=RenameConstraint[from=c, to=e]]",
        "FUNCTION f(int) STABLE → SetAttributes[attributes={volatility=stable}]",
        "FUNCTION f RESET ALL → SetAttributes[attributes={set all=}]",
        "PROCEDURE f() RESET work_mem → SetAttributes[attributes={set work_mem=}]",
        "FUNCTION f() DEPENDS ON EXTENSION e → Other[sql=DEPENDS ON EXTENSION e]",
        "TRIGGER t ON app.u RENAME TO w → Rename[to=w]",
        "EXTENSION e UPDATE TO '3.5' → UpdateExtension[version=Optional[3.5]]",
        "EXTENSION e UPDATE → UpdateExtension[version=Optional.empty]",
        "STATISTICS s SET STATISTICS 5 → Other[sql=SET STATISTICS 5]",
        "ROLE r LOGIN → Other[sql=LOGIN]",
      })
  void actionsOfAlter(String sql, String action) {
    Statement.AlterObject alter = (Statement.AlterObject) statement("ALTER " + sql);

    assertThat(alter.actions()).singleElement().hasToString(action);
  }

  @Test
  void anAlterAndADropSayWhichObjectTheyMean() {
    Statement.AlterObject function =
        (Statement.AlterObject) statement("ALTER FUNCTION app.f(a int, text) OWNER TO o");
    Statement.AlterObject trigger =
        (Statement.AlterObject) statement("ALTER TRIGGER t ON app.u RENAME TO w");
    Statement.AlterObject view =
        (Statement.AlterObject) statement("ALTER VIEW IF EXISTS v SET SCHEMA s");
    Statement.DropObject drop =
        (Statement.DropObject) statement("DROP FUNCTION IF EXISTS f(int, b text), app.g, h()");

    assertThat(function.arguments()).isEqualTo("(int, text)");
    assertThat(trigger.on()).map(QualifiedName::sql).contains("app.u");
    assertThat(view.ifExists()).isTrue();
    assertThat(drop.arguments()).containsExactly("(int, text)", "", "()");
  }

  private static Definition definition(String sql) {
    return create(sql).definition();
  }

  private static Statement.CreateObject create(String sql) {
    return (Statement.CreateObject) statement("CREATE " + sql);
  }

  private static Statement statement(String sql) {
    Script script = Script.parse(sql + ";");
    assertThat(script.problems()).isEmpty();
    return script.statements().get(0);
  }
}
