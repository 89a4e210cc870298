package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.sql.Fragment;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what the names in an expression mean: a default, a check, a part of an index. */
final class Expressions {
  private Expressions() {}

  /**
   * An expression with what it needs.
   *
   * @param relation the number of the table whose columns it can name
   * @param needs what it certainly needs besides columns of its own table
   * @param mayNeed what it may need
   * @param columns the numbers of the columns of its table that it names, in order
   */
  record Binding(
      Bound bound, int relation, Set<Ref> needs, Set<Ref> mayNeed, Set<Integer> columns) {

    /** Makes something depend on all that it names. */
    void depend(Work work, Ref dependent, Dependency.Type onColumns) {
      columns.forEach(column -> work.depend(dependent, new Ref(relation, column), onColumns));
      needs.forEach(need -> work.depend(dependent, need, Dependency.Type.NORMAL));
      mayNeed.forEach(need -> work.maybeDepend(dependent, need, Dependency.Type.NORMAL));
    }
  }

  /** Of an expression that can name the columns of a relation. */
  static Binding bind(Work work, Fragment fragment, Relation relation) {
    adopt(work, fragment, relation);
    Relation now = work.get(relation.oid(), Relation.class).orElse(relation);
    return binding(Queries.resolve(work, fragment, List.of(now)), now);
  }

  /** Of an expression that cannot name columns. */
  static Binding bind(Work work, Fragment fragment) {
    Resolution resolution = Queries.resolve(work, fragment, List.of());
    Set<Ref> needs = new LinkedHashSet<>();
    Set<Ref> mayNeed = new LinkedHashSet<>();
    resolution.needs().forEach((ref, certain) -> (certain ? needs : mayNeed).add(ref));
    return new Binding(resolution.bound(), 0, needs, mayNeed, Set.of());
  }

  /** Of an expression that can name the columns of a relation's rows by the names of the rows. */
  static Binding bindRows(Work work, Fragment fragment, int relation, List<String> rows) {
    adoptOfRows(work, fragment, relation, rows);
    Relation now = work.get(relation, Relation.class).orElseThrow();
    Map<String, Relation> named = new LinkedHashMap<>();
    rows.forEach(row -> named.put(row, now));
    return binding(Queries.resolve(work, fragment, named, false), now);
  }

  /** Of what a rule of a relation does. */
  static Binding bindAction(Work work, Fragment action, int relation) {
    adoptOfRows(work, action, relation, List.of("old", "new"));
    Relation now = work.get(relation, Relation.class).orElseThrow();
    return binding(Queries.resolveAction(work, action, now), now);
  }

  private static void adoptOfRows(Work work, Fragment fragment, int relation, List<String> rows) {
    for (Fragment.Scope scope : fragment.scopes()) {
      for (Fragment.ColumnUse use : scope.columns()) {
        Relation now = work.get(relation, Relation.class).orElseThrow();
        boolean ofRow = use.path().size() == 2 && rows.contains(use.path().get(0));
        if (ofRow && fragment.complete() && !use.star() && !now.complete()) {
          new Finder(work).column(now, use.path().get(1));
        }
      }
    }
  }

  /** Columns that a table of which not all is known must have. */
  private static void adopt(Work work, Fragment fragment, Relation relation) {
    if (relation.complete() || fragment.scopes().isEmpty()) {
      return;
    }
    for (Fragment.ColumnUse use : fragment.scopes().get(0).columns()) {
      Relation now = work.get(relation.oid(), Relation.class).orElse(relation);
      if (use.certain() && use.path().size() == 1 && !use.path().get(0).equals(now.name())) {
        new Finder(work).column(now, use.path().get(0));
      }
    }
  }

  private static Binding binding(Resolution resolution, Relation relation) {
    Set<Integer> columns = new LinkedHashSet<>();
    Set<Ref> needs = new LinkedHashSet<>();
    Set<Ref> mayNeed = new LinkedHashSet<>();
    resolution.bound().names().stream()
        .map(Bound.Name::target)
        .filter(ref -> ref.oid() == relation.oid() && ref.column() > 0)
        .forEach(ref -> columns.add(ref.column()));
    resolution
        .needs()
        .forEach(
            (ref, certain) -> {
              if (ref.oid() != relation.oid()) {
                (certain ? needs : mayNeed).add(ref);
              } else if (ref.column() > 0 && certain) {
                columns.add(ref.column());
              } else if (ref.column() > 0 && !columns.contains(ref.column())) {
                mayNeed.add(ref);
              }
            });
    return new Binding(resolution.bound(), relation.oid(), needs, mayNeed, columns);
  }

  /** Says that a default or a check asks for what only a query can. */
  static boolean hasSubquery(Work work, Fragment fragment, String where) {
    if (fragment.complete() && fragment.scopes().size() > 1) {
      work.problem(Problem.Kind.NOT_POSSIBLE, "0A000", "there can be no subquery in " + where, "");
      return true;
    }
    return false;
  }
}
