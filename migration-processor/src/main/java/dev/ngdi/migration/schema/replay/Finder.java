package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.NearNames;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a statement names, and says so where it is not there. What can have been there without
 * any statement that made it, is taken to have been: as a table of which nothing else is known.
 */
final class Finder {
  /** The columns that every table has and no statement makes. */
  static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "cmax", "xmax", "cmin", "xmin", "ctid");

  private static final String NO_BASELINE =
      "say what was there before the first migration: `@MigrationPolicy(baseline = \"….sql\")`";

  private final Work work;

  Finder(Work work) {
    this.work = work;
  }

  /** Something with columns, where it has to be there. */
  Optional<Relation> relation(QualifiedName name) {
    return inRelations(name)
        .flatMap(
            object -> {
              if (object instanceof Relation relation) {
                return Optional.of(relation);
              }
              work.problem(
                  Problem.Kind.NOT_POSSIBLE,
                  "42809",
                  "`%s` is %s, not a table".formatted(name.sql(), withArticle(object)),
                  "");
              return Optional.empty();
            });
  }

  /** A table, where it has to be there and to be one. */
  Optional<Table> table(QualifiedName name) {
    return relation(name)
        .flatMap(
            relation -> {
              if (relation instanceof Table table) {
                return Optional.of(table);
              }
              work.problem(
                  Problem.Kind.NOT_POSSIBLE,
                  "42809",
                  "`%s` is %s, not a table".formatted(name.sql(), withArticle(relation)),
                  "");
              return Optional.empty();
            });
  }

  /** A table, view, index or sequence, where it has to be there; in doubt it is a table. */
  Optional<CatalogObject> inRelations(QualifiedName name) {
    Lookup<CatalogObject> lookup = work.schema().inRelations(name);
    if (lookup.found().isPresent()) {
      if (!lookup.sure()) {
        work.unproven("what `%s` is now".formatted(name.sql()));
      }
      return lookup.found();
    }
    if (isSystem(name)) {
      work.unproven("`%s` is PostgreSQL's own".formatted(name.sql()));
      return Optional.empty();
    }
    if (!lookup.sure() || extensionMayBring(name.name())) {
      work.unproven("whether there is `%s`".formatted(name.sql()));
      return adopt(name).map(CatalogObject.class::cast);
    }
    if (!work.schema().open()) {
      missing("relation", name, "42P01", relationNames());
      return Optional.empty();
    }
    List<String> near = veryNear(name.name(), relationNames());
    if (!near.isEmpty()) {
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "42P01",
          "there is no relation `%s`".formatted(name.sql()),
          list(near));
      return Optional.empty();
    }
    return adopt(name).map(CatalogObject.class::cast);
  }

  private boolean extensionMayBring(String name) {
    return work.schema().all(Extension.class).stream()
        .anyMatch(
            extension ->
                !BuiltinTypes.isKnown(extension.name())
                    || BuiltinTypes.ofExtension(extension.name()).contains(name));
  }

  /** Says that there is no such thing, and which there are. */
  void missing(String word, QualifiedName name, String sqlState, Collection<String> known) {
    if (!schemaExists(name)) {
      return;
    }
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        sqlState,
        "there is no %s `%s`".formatted(word, name.sql()),
        instead(name.name(), known));
  }

  /** What to write instead of a name that is not there. */
  static String instead(String name, Collection<String> known) {
    List<String> near = NearNames.close(name, known);
    return near.isEmpty() ? NO_BASELINE : list(near);
  }

  /** The names that were probably meant, or else the nearest. */
  static String near(String name, Collection<String> known) {
    List<String> close = NearNames.close(name, known);
    return list(close.isEmpty() ? NearNames.nearest(name, known) : close);
  }

  private static String list(List<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }

  /** The names of a schema's tables, views, indexes and sequences. */
  private List<String> relationNames() {
    return work.schema().all(Relation.class).stream().map(Relation::name).toList();
  }

  /**
   * Names that differ in one letter only, so that two of them are hardly both meant; numbers do not
   * count.
   */
  private static List<String> veryNear(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> other.length() > 6 && NearNames.distance(name, other) == 1)
        .filter(other -> other.equals(letters(other)) && name.equals(letters(name)))
        .filter(other -> !(other + "s").equals(name) && !(name + "s").equals(other))
        .toList();
  }

  private static String letters(String name) {
    return name.replaceAll("[0-9]", "");
  }

  private static boolean isSystem(QualifiedName name) {
    return name.schema()
        .map(s -> s.startsWith("pg_") || s.equals("information_schema"))
        .orElseGet(() -> name.name().startsWith("pg_"));
  }

  /** Takes a table to be there of which nothing else is known. */
  /** A table that can have been there without any statement that made it. */
  Optional<Table> adopt(QualifiedName name) {
    return scope(name)
        .map(
            scope -> {
              Table table = unknown(work.newOid(), scope, name.name());
              work.adopt(table);
              work.depend(Ref.to(table.oid()), Ref.to(scope), Dependency.Type.NORMAL);
              return table;
            });
  }

  /** A schema in which what a script uses and does not make was there before. */
  static Schema adopted(Schema schema, CatalogObject object) {
    int oid = schema.nextOid();
    return object instanceof Table table
        ? schema
            .with(unknown(oid, table.scope(), table.name()))
            .with(Dependency.of(Ref.to(oid), Ref.to(table.scope()), Dependency.Type.NORMAL))
        : schema.with(new Namespace(oid, object.name()));
  }

  private static Table unknown(int oid, int scope, String name) {
    return new Table(
        oid,
        scope,
        name,
        Table.Persistence.PERMANENT,
        List.of(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        "",
        Settings.NONE);
  }

  // ---- schemas

  /** The number of the schema in which something of this name is made. */
  Optional<Integer> scope(QualifiedName name) {
    if (name.schema().isPresent()) {
      return namespace(name.schema().get());
    }
    Optional<Integer> scope = work.schema().creationScope().or(this::firstOfOpenPath);
    if (scope.isEmpty() && noneInPath()) {
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "3F000",
          "there is no schema in the search path to make `%s` in".formatted(name.sql()),
          "");
    } else if (scope.isEmpty()) {
      work.unproven("in which schema `%s` is made".formatted(name.sql()));
    }
    return scope;
  }

  /** Whether no schema of the search path is there; nobody knows which one is the user's own. */
  private boolean noneInPath() {
    Schema schema = work.schema();
    boolean onlyPublic = schema.all(Namespace.class).size() <= 3;
    return !schema.open()
        && schema.searchPath().stream()
            .allMatch(n -> n.equals("$user") ? onlyPublic : schema.namespace(n).absent());
  }

  /** The number of a schema, where it has to be there. */
  Optional<Integer> namespace(String name) {
    Lookup<Namespace> lookup = work.schema().namespace(name);
    if (lookup.found().isPresent()) {
      return lookup.found().map(Namespace::oid);
    }
    if (lookup.sure()
        && !work.schema().open()
        && !name.startsWith("pg_")
        && !extensionMayBring(name)) {
      List<String> known =
          work.schema().all(Namespace.class).stream().map(Namespace::name).toList();
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "3F000",
          "there is no schema `%s`".formatted(name),
          instead(name, known));
    }
    Namespace namespace = new Namespace(work.newOid(), name);
    work.adopt(namespace);
    return Optional.of(namespace.oid());
  }

  /** In an open history the first schema of the path is taken to be there. */
  private Optional<Integer> firstOfOpenPath() {
    return work.schema().searchPath().stream()
        .filter(schema -> work.schema().open() && !schema.startsWith("$"))
        .findFirst()
        .flatMap(this::namespace);
  }

  private boolean schemaExists(QualifiedName name) {
    boolean hasProblems = work.hasProblems();
    name.schema().ifPresent(this::namespace);
    return hasProblems || !work.hasProblems();
  }

  // ---- columns

  /** A column, where it has to be there; of a table not wholly known it is taken to be. */
  Optional<Column> column(Relation relation, String name) {
    Optional<Column> found = relation.column(name);
    if (found.isPresent() || SYSTEM_COLUMNS.contains(name)) {
      return found;
    }
    Schema schema = work.schema();
    if (relation.complete() && !unsure(relation)) {
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "42703",
          "there is no column `%s` in `%s`".formatted(name, Rendering.name(schema, relation.oid())),
          list(NearNames.nearest(name, relation.columns().stream().map(Column::name).toList())));
      return Optional.empty();
    }
    if (!schema.open()) {
      work.unproven("whether there is a column `%s`".formatted(name));
    }
    Column adopted = Column.of(nextNumber(relation), name, TypeRef.UNKNOWN);
    List<Column> columns = new ArrayList<>(relation.columns());
    columns.add(adopted);
    if (relation instanceof Table table) {
      work.adopt(table.withColumns(columns), adopted);
    } else if (relation instanceof View view) {
      work.put(view.withColumns(columns, view.columnNames()));
    }
    return Optional.of(adopted);
  }

  /** Whether something unreadable may have changed a relation. */
  boolean unsure(Relation relation) {
    return !work.schema().inRelations(relation.scope(), relation.name()).sure();
  }

  /** The number that the next column gets. */
  static int nextNumber(Relation relation) {
    int last =
        relation instanceof Table table
            ? table.lastNumber()
            : relation.columns().stream().mapToInt(Column::number).max().orElse(0);
    return last + 1;
  }

  static String withArticle(CatalogObject object) {
    return withArticle(object.kind().toLowerCase(Locale.ROOT));
  }

  static String withArticle(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
  }
}
