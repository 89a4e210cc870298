package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes and replaces views and materialized views. */
final class Views {
  private final Work work;
  private final Statement.CreateObject statement;
  private final Definition.View definition;
  private final boolean materialized;

  private Views(Work work, Statement.CreateObject statement, Definition.View definition) {
    this.work = work;
    this.statement = statement;
    this.definition = definition;
    this.materialized = statement.kind().equals("MATERIALIZED VIEW");
  }

  static void create(Work work, Statement.CreateObject statement, Definition.View definition) {
    new Views(work, statement, definition).create();
  }

  private void create() {
    boolean elsewhere =
        definition.temporary()
            && statement.name().schema().filter(s -> !s.equals("pg_temp")).isPresent();
    if (elsewhere) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the temporary view `%s` can be in no schema".formatted(statement.name().sql()),
          "CREATE TEMP VIEW " + statement.name().name());
      return;
    }
    boolean ofTemporary =
        !materialized
            && readsTemporary(Queries.resolve(new Work(work.schema()), definition.query()));
    boolean lasting = statement.name().schema().filter(s -> !s.startsWith("pg_temp")).isPresent();
    if (ofTemporary && lasting) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the view `%s` of a temporary table can be in no schema"
              .formatted(statement.name().sql()),
          "CREATE TEMP VIEW " + statement.name().name());
      return;
    }
    Optional<Integer> scope =
        definition.temporary() || ofTemporary
            ? Optional.of(Schema.PG_TEMP)
            : new Finder(work).scope(statement.name());
    if (scope.isEmpty()) {
      if (!definition.recursive()) {
        Queries.resolve(work, definition.query());
      }
      return;
    }
    String name = statement.name().name();
    Lookup<CatalogObject> there = work.schema().inRelations(scope.get(), name);
    Optional<View> replaced = Optional.empty();
    if (there.found().isPresent()) {
      if (statement.ifNotExists() && there.sure()) {
        keepsTemporary(statement, Queries.resolve(work, definition.query()));
        return;
      }
      replaced = replaced(there.found().get());
      if (replaced.isEmpty() && there.sure()) {
        return;
      }
      if (replaced.isEmpty()) {
        work.unproven("whether there is `%s`".formatted(statement.name().sql()));
        Drops.drop(work, Ref.to(there.found().get().oid()), true);
      }
    } else if (work.schema().type(scope.get(), name).present()) {
      boolean composite =
          work.schema()
              .type(scope.get(), name)
              .found()
              .filter(UserType.Composite.class::isInstance)
              .isPresent();
      Queries.resolve(work, definition.query());
      if (!composite || !statement.ifNotExists()) {
        NotFound.taken(work, composite ? "42P07" : "42710", "type", name, "");
      }
      return;
    }
    if (replaced.isEmpty() && work.schema().type(scope.get(), name).found().isPresent()) {
      work.unproven("whether there is a type `%s`".formatted(statement.name().sql()));
    }
    Optional<Integer> known = replaced.map(View::oid);
    if (definition.recursive()) {
      View itself = recursive(known.orElseGet(work::newOid), scope.get(), name);
      Placement.add(work, itself);
      known = Optional.of(itself.oid());
    }
    Resolution query = Queries.resolve(work, definition.query());
    int oid = known.orElseGet(work::newOid);
    boolean readsItself =
        there.found().isEmpty()
            && statement.orReplace()
            && work.schema().inRelations(scope.get(), name).found().isPresent();
    if (readsItself && !definition.recursive()) {
      work.unproven("what `%s` was".formatted(statement.name().sql()));
      return;
    }
    List<Column> columns = query.columns(definition.columnNames());
    if (query.complete()) {
      checkNames(columns);
    } else {
      work.unproven("which columns `%s` has".formatted(statement.name().sql()));
    }
    if (keepsTemporary(statement, query)) {
      return;
    }
    if (checksRowsOfMaterialized(query)) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "`%s` reads a materialized view, so that no row of it can be changed or checked"
              .formatted(statement.name().sql()),
          "");
      return;
    }
    View made =
        view(
            oid,
            temporaryScope(scope.get(), query),
            name,
            query,
            replaced.map(before -> withDefaults(columns, before)).orElse(columns));
    replaced.ifPresent(before -> replace(before, made));
    if (replaced.isEmpty()) {
      Placement.add(work, made);
    }
    query.depend(work, Ref.to(oid));
    if (replaced.isPresent() && reads(query, oid)) {
      work.unproven("what a view shows that reads itself");
      work.set(work.schema().withUnsure(oid));
    }
  }

  /** Whether a query reads a view, be it through others. */
  private boolean reads(Resolution query, int view) {
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    query.needs().keySet().forEach(ref -> open.add(ref.oid()));
    while (!open.isEmpty()) {
      int next = open.remove();
      if (reached.add(next) && work.schema().get(next, View.class).isPresent()) {
        work.schema().needs(next).forEach(need -> open.add(need.referenced().oid()));
      }
    }
    return reached.contains(view);
  }

  /** The view that {@code OR REPLACE} replaces. */
  private Optional<View> replaced(CatalogObject there) {
    if (there instanceof View view && statement.orReplace() && !view.materialized()) {
      return Optional.of(view);
    }
    if (!work.schema().inRelations(there.scope(), there.name()).sure()) {
      return Optional.empty();
    }
    if (statement.orReplace() && there instanceof Table table && !table.complete()) {
      work.unproven("what `%s` was".formatted(statement.name().sql()));
      return Optional.empty();
    }
    if (statement.orReplace() && !(there instanceof View)) {
      NotFound.wrongKind(work, there, "view");
    } else {
      String instead = materialized ? "" : "CREATE OR REPLACE VIEW " + statement.name().sql();
      NotFound.taken(
          work,
          "42P07",
          there.kind().toLowerCase(Locale.ROOT),
          there.name(),
          there instanceof View ? instead : "");
    }
    return Optional.empty();
  }

  /** A view that is replaced keeps the defaults of its columns. */
  private static List<Column> withDefaults(List<Column> columns, View before) {
    return columns.stream()
        .map(c -> before.column(c.number()).map(b -> c.withDefault(b.defaultOid())).orElse(c))
        .toList();
  }

  private View recursive(int oid, int scope, String name) {
    List<String> names = definition.columnNames();
    List<Column> columns =
        IntStream.range(0, names.size())
            .mapToObj(i -> Column.of(i + 1, names.get(i), TypeRef.UNKNOWN))
            .toList();
    return new View(
        oid,
        scope,
        name,
        false,
        columns,
        false,
        Bound.constant(""),
        List.of(),
        true,
        false,
        Settings.NONE);
  }

  /** A view of temporary tables is temporary too. */
  private int temporaryScope(int scope, Resolution query) {
    return readsTemporary(query) ? Schema.PG_TEMP : scope;
  }

  private boolean checksRowsOfMaterialized(Resolution query) {
    return definition.options().containsKey("check_option")
        && query.needs().keySet().stream()
            .flatMap(ref -> work.schema().get(ref.oid(), View.class).stream())
            .anyMatch(View::materialized);
  }

  /** Whether it would keep rows that go with the session, which is said. */
  private boolean keepsTemporary(Statement.CreateObject statement, Resolution query) {
    boolean keeps = materialized && readsTemporary(query);
    if (keeps) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the materialized view `%s` would keep what it reads from a temporary table"
              .formatted(statement.name().sql()),
          "");
    }
    return keeps;
  }

  private boolean readsTemporary(Resolution query) {
    return query.needs().keySet().stream()
        .flatMap(ref -> work.schema().get(ref.oid(), Relation.class).stream())
        .anyMatch(relation -> relation.scope() == Schema.PG_TEMP);
  }

  private View view(int oid, int scope, String name, Resolution query, List<Column> columns) {
    Settings settings = Settings.NONE.withAll("option.", definition.options());
    settings = with(settings, "access method", definition.accessMethod());
    settings = with(settings, "tablespace", definition.tablespace());
    if (definition.recursive()) {
      settings = settings.with("recursive", "true");
    }
    return new View(
        oid,
        scope,
        name,
        materialized,
        columns,
        query.complete(),
        query.bound(),
        definition.columnNames(),
        !materialized || definition.withData(),
        scope == Schema.PG_TEMP,
        settings);
  }

  private static Settings with(Settings settings, String name, Optional<String> value) {
    return value.map(v -> settings.with(name, v)).orElse(settings);
  }

  private void checkNames(List<Column> columns) {
    if (definition.columnNames().size() > columns.size()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42601",
          "`%s` is given %d column names, but its query has %d columns"
              .formatted(statement.name().sql(), definition.columnNames().size(), columns.size()),
          "");
    }
    Set<String> names = new HashSet<>();
    columns.stream()
        .filter(column -> !names.add(column.name()))
        .findFirst()
        .ifPresent(
            column ->
                work.problem(
                    Problem.Kind.NAME_TAKEN,
                    "42701",
                    "`%s` has two columns `%s`".formatted(statement.name().sql(), column.name()),
                    "give one of them another name with `AS`"));
  }

  private void replace(View before, View made) {
    boolean known = before.complete() && made.complete();
    for (int i = 0; known && i < before.columns().size(); i++) {
      known = keeps(before.columns().get(i), i, made);
    }
    for (Dependency need : work.schema().needs(before.oid())) {
      if (!need.referenced().equals(Ref.to(before.scope()))) {
        work.set(work.schema().without(need));
      }
    }
    work.put(made);
  }

  /** Whether a replacement has a column as it was before; otherwise that is said. */
  private boolean keeps(Column before, int place, View made) {
    String view = statement.name().sql();
    if (place >= made.columns().size()) {
      refuse("the new query of `%s` lacks its column `%s`".formatted(view, before.name()));
      return false;
    }
    Column now = made.columns().get(place);
    if (!now.name().equals(before.name())) {
      refuse(
          "column %d of `%s` is `%s`, its new query calls it `%s`"
              .formatted(place + 1, view, before.name(), now.name()));
      return false;
    }
    TypeRef type = before.type();
    if (type.known() && now.type().known() && !type.equals(now.type())) {
      refuse(
          "column `%s` of `%s` is %s, its new query makes it %s"
              .formatted(
                  before.name(),
                  view,
                  Rendering.type(work.schema(), type),
                  Rendering.type(work.schema(), now.type())));
      return false;
    }
    return true;
  }

  private void refuse(String message) {
    String view = statement.name().sql();
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42P16",
        message + "; `CREATE OR REPLACE VIEW` can only add columns behind the others",
        "DROP VIEW %s; CREATE VIEW %s …".formatted(view, view));
  }
}
