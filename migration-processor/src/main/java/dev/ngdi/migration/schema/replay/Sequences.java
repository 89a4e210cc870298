package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.SequenceOptions;
import dev.ngdi.migration.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sequences, those of columns too. */
final class Sequences {
  private static final Map<String, String> TYPES =
      Map.of(
          "int",
          "integer",
          "int4",
          "integer",
          "int8",
          "bigint",
          "int2",
          "smallint",
          "bigint",
          "bigint",
          "integer",
          "integer",
          "smallint",
          "smallint");

  private static final Map<String, Long> MOST = Map.of("integer", 2147483647L, "smallint", 32767L);

  private Sequences() {}

  /** {@code CREATE SEQUENCE}. */
  static void create(Work work, Statement.CreateObject statement, Definition.Sequence definition) {
    Optional<Integer> scope = NewRelations.scope(work, statement.name(), definition.temporary());
    if (scope.isEmpty()
        || NewRelations.taken(work, scope.get(), statement.name(), statement.ifNotExists())
        || NewRelations.typeTaken(work, scope.get(), statement.name(), statement.ifNotExists())) {
      return;
    }
    if (definition.unlogged() && work.schema().postgres() < 15) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "PostgreSQL %d has no unlogged sequences".formatted(work.schema().postgres()),
          "");
    }
    Table.Persistence persistence =
        definition.temporary()
            ? Table.Persistence.TEMPORARY
            : definition.unlogged() ? Table.Persistence.UNLOGGED : Table.Persistence.PERMANENT;
    Sequence sequence =
        new Sequence(
            work.newOid(),
            scope.get(),
            statement.name().name(),
            new Ref(0, 0),
            false,
            persistence,
            settings(Settings.NONE, definition.options()));
    work.put(sequence);
    work.depend(Ref.to(sequence.oid()), Ref.to(scope.get()), Dependency.Type.NORMAL);
    definition.options().ownedBy().ifPresent(owner -> own(work, sequence.oid(), owner));
  }

  /** The sequence of a serial or an identity column. */
  static Sequence ofColumn(
      Work work, int table, int column, boolean identity, SequenceOptions options) {
    Table owner = work.table(table);
    Column filled = owner.column(column).orElseThrow();
    String chosen =
        ChosenNames.relation(
            work.schema(), owner.scope(), owner.name(), filled.name(), "seq", false);
    Settings settings = settings(Settings.NONE, options);
    String type =
        switch (filled.type().builtin()) {
          case "int4" -> "integer";
          case "int2" -> "smallint";
          default -> "";
        };
    Sequence sequence =
        new Sequence(
            work.newOid(),
            owner.scope(),
            name(options).orElse(chosen),
            new Ref(table, column),
            identity,
            persistence(work, owner.persistence()),
            type.isEmpty() ? settings : settings.with("as", type));
    work.put(sequence);
    work.depend(Ref.to(sequence.oid()), Ref.to(owner.scope()), Dependency.Type.NORMAL);
    work.depend(
        Ref.to(sequence.oid()),
        sequence.owner(),
        identity ? Dependency.Type.INTERNAL : Dependency.Type.AUTO);
    work.schema()
        .owner(table)
        .ifPresent(role -> work.set(work.schema().withOwner(sequence.oid(), role)));
    return sequence;
  }

  /** Of the sequence of a column: those of unlogged tables were logged once. */
  static Table.Persistence persistence(Work work, Table.Persistence ofTable) {
    boolean logged = work.schema().postgres() < 15 && ofTable == Table.Persistence.UNLOGGED;
    return logged ? Table.Persistence.PERMANENT : ofTable;
  }

  private static Optional<String> name(SequenceOptions options) {
    return Optional.ofNullable(options.values().get("name"))
        .map(sql -> sql.substring(sql.lastIndexOf('.') + 1).replace("\"", ""));
  }

  /** The sequence that is a column's identity. */
  static Optional<Sequence> ofIdentity(Work work, int table, int column) {
    return work.schema().dependents(new Ref(table, column)).stream()
        .flatMap(d -> work.get(d.dependent().oid(), Sequence.class).stream())
        .filter(s -> s.identity() && s.owner().equals(new Ref(table, column)))
        .findFirst();
  }

  /** Other options. */
  static void set(Work work, int oid, SequenceOptions options) {
    Sequence sequence = work.get(oid, Sequence.class).orElseThrow();
    String increment = options.values().getOrDefault("increment", "");
    boolean turns =
        !increment.isEmpty() && increment.startsWith("-") != isDescending(sequence.settings());
    Settings before = started(turns ? bounded(sequence.settings()) : sequence.settings());
    work.put(sequence.withSettings(settings(before, options)));
    options.ownedBy().ifPresent(owner -> own(work, oid, owner));
  }

  /** The same numbers, of the widest type. */
  static Settings ofBigint(Settings settings) {
    long most = MOST.getOrDefault(settings.get("as").orElse(""), Long.MAX_VALUE);
    boolean descending = isDescending(settings);
    String bound = descending ? "minvalue" : "maxvalue";
    Settings wide = settings.without("as");
    return most == Long.MAX_VALUE || settings.get(bound).isPresent()
        ? wide
        : wide.with(bound, String.valueOf(descending ? -most - 1 : most));
  }

  /** With the bounds that it has, which stay where it begins to count the other way. */
  private static Settings bounded(Settings settings) {
    long most = MOST.getOrDefault(settings.get("as").orElse(""), Long.MAX_VALUE);
    boolean descending = isDescending(settings);
    String least = descending ? String.valueOf(-most - 1) : "1";
    String last = descending ? "-1" : String.valueOf(most);
    return settings
        .with("minvalue", settings.get("minvalue").orElse(least))
        .with("maxvalue", settings.get("maxvalue").orElse(last));
  }

  private static boolean isDescending(Settings settings) {
    return settings.get("increment").filter(i -> i.startsWith("-")).isPresent();
  }

  /** Another type, with its bounds where they were the usual ones. */
  static void retype(Work work, Sequence sequence, String as) {
    work.put(
        sequence.withSettings(
            as.equals("bigint")
                ? sequence.settings().without("as")
                : sequence.settings().with("as", as)));
  }

  /** What differs from what PostgreSQL makes by itself. */
  private static Settings settings(Settings before, SequenceOptions options) {
    Map<String, String> values = new HashMap<>(before.values());
    options.values().forEach((name, value) -> put(values, name, value));
    values.keySet().removeAll(List.of("restart", "name", "logged"));
    boolean descending = values.getOrDefault("increment", "1").startsWith("-");
    values.remove("increment", "1");
    values.remove("cache", "1");
    values.remove("cycle", "false");
    values.remove("as", "bigint");
    String first = values.getOrDefault(descending ? "maxvalue" : "minvalue", "");
    values.remove("start", first.isEmpty() ? descending ? "-1" : "1" : first);
    values.remove(descending ? "maxvalue" : "minvalue", descending ? "-1" : "1");
    long most = MOST.getOrDefault(values.getOrDefault("as", ""), Long.MAX_VALUE);
    values.remove(
        descending ? "minvalue" : "maxvalue", String.valueOf(descending ? -most - 1 : most));
    return Settings.NONE.withAll("", values);
  }

  /** With the value that it starts from, which stays where the bounds change. */
  private static Settings started(Settings settings) {
    boolean descending = isDescending(settings);
    String first =
        settings.get(descending ? "maxvalue" : "minvalue").orElse(descending ? "-1" : "1");
    return settings.get("start").isPresent() ? settings : settings.with("start", first);
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (value.isEmpty()) {
      values.remove(name);
    } else if (name.equals("as")) {
      values.put(name, TYPES.getOrDefault(value.replace("pg_catalog.", ""), value));
    } else {
      values.put(name, value.startsWith("+") ? value.substring(1) : value);
    }
  }

  private static void own(Work work, int oid, List<String> owner) {
    Sequence sequence = work.get(oid, Sequence.class).orElseThrow();
    Optional<Ref> column = owner.size() < 2 ? Optional.empty() : column(work, owner);
    if (!owner.isEmpty() && column.isEmpty()) {
      return;
    }
    boolean elsewhere =
        column
            .flatMap(ref -> work.get(ref.oid(), Table.class))
            .filter(table -> table.scope() != sequence.scope())
            .isPresent();
    if (elsewhere) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "55000",
          "the sequence `%s` and the table that is to own it are in different schemas"
              .formatted(sequence.name()),
          "");
      return;
    }
    if (column.isPresent() && !sameOwner(work, sequence, column.get().oid())) {
      return;
    }
    if (sequence.identity()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the sequence `%s` belongs to an identity column".formatted(sequence.name()),
          "");
      return;
    }
    for (Dependency dependency : work.schema().needs(oid)) {
      if (dependency.referenced().equals(sequence.owner())) {
        work.set(work.schema().without(dependency));
      }
    }
    Ref to = column.orElse(new Ref(0, 0));
    work.put(work.get(oid, Sequence.class).orElseThrow().withOwner(to));
    column.ifPresent(ref -> work.depend(Ref.to(oid), ref, Dependency.Type.AUTO));
  }

  /** Whether a sequence can belong to a table's column; if not for sure, that is said. */
  private static boolean sameOwner(Work work, Sequence sequence, int table) {
    Optional<String> ofTable = work.schema().owner(table);
    Optional<String> own = work.schema().owner(sequence.oid());
    if (ofTable.equals(own)) {
      return true;
    }
    boolean unnamed =
        ofTable.isEmpty()
            || own.isEmpty()
            || RelationNames.isOfSession(ofTable.get())
            || RelationNames.isOfSession(own.get());
    if (unnamed) {
      work.unproven("whether `%s` has the owner of its table".formatted(sequence.name()));
      return true;
    }
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "55000",
        "`%s` and the table that is to own it have different owners".formatted(sequence.name()),
        "");
    return false;
  }

  private static Optional<Ref> column(Work work, List<String> path) {
    Finder finder = new Finder(work);
    int last = path.size() - 1;
    QualifiedName table =
        new QualifiedName(
            last > 1 ? Optional.of(path.get(last - 2)) : Optional.empty(), path.get(last - 1));
    Optional<Relation> relation = finder.relation(table);
    return relation.flatMap(
        r -> finder.column(r, path.get(last)).map(c -> new Ref(r.oid(), c.number())));
  }

  /** The sequence of a name, where it has to be there. */
  static Optional<Sequence> find(Work work, QualifiedName name) {
    Optional<CatalogObject> found = work.schema().inRelations(name).found();
    if (found.isPresent() && found.get() instanceof Sequence sequence) {
      return Optional.of(sequence);
    }
    if (found.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is %s, not a sequence".formatted(name.sql(), Finder.withArticle(found.get())),
          "");
    } else if (work.schema().open() || !work.schema().inRelations(name).sure()) {
      work.unproven("what the sequence `%s` is".formatted(name.sql()));
    } else {
      new Finder(work)
          .missing(
              "sequence",
              name,
              "42P01",
              work.schema().all(Sequence.class).stream().map(Sequence::name).toList());
    }
    return Optional.empty();
  }
}
