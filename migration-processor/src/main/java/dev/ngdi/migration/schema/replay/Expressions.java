package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.sql.Fragment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the names in an expression mean: a default, a check, a part of an index. */
final class Expressions {
  private final Work work;
  private final Fragment fragment;
  private final int relation;
  private final List<Bound.Name> names = new ArrayList<>();
  private final Set<Ref> needs = new LinkedHashSet<>();
  private final Set<Ref> mayNeed = new LinkedHashSet<>();
  private final Set<Integer> columns = new LinkedHashSet<>();
  private boolean certain;

  private Expressions(Work work, Fragment fragment, int relation) {
    this.work = work;
    this.fragment = fragment;
    this.relation = relation;
    this.certain = fragment.complete() && fragment.scopes().size() <= 1;
  }

  /**
   * An expression with what it needs.
   *
   * @param needs what it certainly needs besides columns of its own table
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
    return new Expressions(work, fragment, relation.oid()).bind();
  }

  /** Of an expression that cannot name columns. */
  static Binding bind(Work work, Fragment fragment) {
    return new Expressions(work, fragment, 0).bind();
  }

  private Binding bind() {
    fragment.scopes().stream()
        .findFirst()
        .ifPresent(scope -> scope.columns().forEach(this::column));
    fragment.functions().forEach(this::function);
    fragment.types().forEach(this::type);
    fragment.literals().forEach(this::literal);
    names.sort(Comparator.comparingInt(Bound.Name::start));
    return new Binding(
        new Bound(fragment.sql(), names, certain), relation, needs, mayNeed, columns);
  }

  private void name(Fragment.Span at, Ref target, Bound.Form form) {
    names.add(new Bound.Name(at.start(), at.end(), target, form));
  }

  private void column(Fragment.ColumnUse use) {
    Optional<Relation> table = work.get(relation, Relation.class);
    if (table.isEmpty()) {
      return;
    }
    String name = use.path().get(use.path().size() - 1);
    boolean otherQualifier =
        use.path().size() > 1
            && !use.path().get(use.path().size() - 2).equals(table.get().name());
    if (otherQualifier || use.star()) {
      certain = false;
      return;
    }
    if (table.get().column(name).isEmpty() && name.equals(table.get().name())) {
      name(use.at(), Ref.to(relation), Bound.Form.QUALIFIER);
      table.get().columns().forEach(column -> columns.add(column.number()));
      return;
    }
    Optional<Column> column =
        use.certain() ? new Finder(work).column(table.get(), name) : table.get().column(name);
    if (column.isEmpty()) {
      certain = false;
      return;
    }
    columns.add(column.get().number());
    use.qualifierAt()
        .ifPresent(at -> name(at, Ref.to(relation), Bound.Form.QUALIFIER));
    name(use.at(), new Ref(relation, column.get().number()), Bound.Form.COLUMN);
  }

  private void function(Fragment.FunctionUse use) {
    List<Routine> candidates =
        work.schema().routines(use.name()).stream()
            .filter(routine -> takes(routine, use.arguments()))
            .toList();
    boolean sure = candidates.size() == 1 && !work.schema().unsure(use.name().name());
    if (sure) {
      needs.add(Ref.to(candidates.get(0).oid()));
      name(use.at(), Ref.to(candidates.get(0).oid()), Bound.Form.OBJECT);
    } else {
      candidates.forEach(routine -> mayNeed.add(Ref.to(routine.oid())));
      certain &= candidates.isEmpty();
    }
  }

  private static boolean takes(Routine routine, int arguments) {
    List<Routine.Argument> in =
        routine.arguments().stream()
            .filter(a -> !a.mode().equals("OUT") && !a.mode().equals("TABLE"))
            .toList();
    boolean variadic = in.stream().anyMatch(a -> a.mode().equals("VARIADIC"));
    long required =
        in.stream().filter(a -> a.defaultValue().isEmpty() && !a.mode().equals("VARIADIC")).count();
    return arguments >= required && (variadic || arguments <= in.size());
  }

  private void type(Fragment.TypeUse use) {
    new Types(work)
        .user(use.name())
        .ifPresent(
            ref -> {
              needs.add(ref);
              name(use.at(), ref, Bound.Form.OBJECT);
            });
  }

  private void literal(Fragment.RelationLiteral use) {
    Lookup<CatalogObject> found = work.schema().inRelations(use.name());
    if (found.found().isPresent()) {
      Ref ref = Ref.to(found.found().get().oid());
      (found.sure() ? needs : mayNeed).add(ref);
      name(use.at(), ref, Bound.Form.LITERAL);
    } else if (found.sure() && !work.schema().open()) {
      new Finder(work)
          .missing(
              "relation",
              use.name(),
              "42P01",
              work.schema().all(Sequence.class).stream()
                  .map(CatalogObject::name)
                  .toList());
      certain = false;
    } else {
      certain = false;
    }
  }

  /** Says that a default or a check asks for what only a query can. */
  static boolean hasSubquery(Work work, Fragment fragment, String where) {
    if (fragment.complete() && fragment.scopes().size() > 1) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE, "0A000", "there can be no subquery in " + where, "");
      return true;
    }
    return false;
  }
}
