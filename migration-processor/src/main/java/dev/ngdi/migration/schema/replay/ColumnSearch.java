package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.replay.Sources.Source;
import dev.ngdi.migration.schema.replay.Sources.SourceColumn;
import dev.ngdi.migration.sql.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Finds the column that a name in a query means, from the innermost level outwards. */
final class ColumnSearch {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid");

  /** Rows that are there without a name in the query. */
  private static final Set<String> OTHER_ROWS = Set.of("excluded", "old", "new");

  private final Work work;
  private final Fragment fragment;
  private final IntFunction<List<Source>> sources;
  private final Rewriting rewriting;

  ColumnSearch(
      Work work, Fragment fragment, IntFunction<List<Source>> sources, Rewriting rewriting) {
    this.work = work;
    this.fragment = fragment;
    this.sources = sources;
    this.rewriting = rewriting;
  }

  void find(int scope, Fragment.ColumnUse use) {
    if (use.path().size() == 1) {
      plain(scope, use);
    } else {
      qualified(scope, use);
    }
  }

  private void plain(int scope, Fragment.ColumnUse use) {
    String name = use.path().get(0);
    List<String> candidates = new ArrayList<>();
    boolean sure = use.certain() && !isComputedOutput(scope, name);
    boolean complete = true;
    boolean known = true;
    for (int level = scope; level >= 0; level = fragment.scopes().get(level).parent()) {
      List<Source> here = sources.apply(level);
      List<SourceColumn> found =
          here.stream()
              .filter(source -> !source.shy())
              .flatMap(source -> source.named(name).stream())
              .toList();
      if (!found.isEmpty()) {
        bind(scope, use, found, sure && complete);
        return;
      }
      Optional<Source> row = here.stream().filter(source -> source.isCalled(name)).findFirst();
      if (row.isPresent()) {
        bindRow(use, row.get());
        return;
      }
      complete &= here.stream().allMatch(source -> source.complete() || source.shy());
      known &= here.stream().noneMatch(ColumnSearch::isUncertain);
      here.forEach(source -> source.columns().forEach(c -> candidates.add(c.name())));
    }
    if (complete && use.certain() && fragment.complete() && !SYSTEM_COLUMNS.contains(name)) {
      NotFound.column(work, name, candidates);
    } else if (!known && use.certain()) {
      unproven(name);
    }
    if (!SYSTEM_COLUMNS.contains(name) && !isOutput(scope, name)) {
      rewriting.doubt();
    }
  }

  private void bind(int scope, Fragment.ColumnUse use, List<SourceColumn> found, boolean sure) {
    if (found.size() > 1) {
      found.forEach(column -> rewriting.need(column.ref(), sure));
      return;
    }
    SourceColumn column = found.get(0);
    rewriting.column(use.at(), column, sure, isResult(scope, use));
  }

  private void bindRow(Fragment.ColumnUse use, Source row) {
    if (row.oid() != 0 && row.renames()) {
      rewriting.object(use.at(), Ref.to(row.oid()), Bound.Form.QUALIFIER, true);
    }
    if (row.oid() != 0) {
      rewriting.need(Ref.to(row.oid()), true);
    }
  }

  private void qualified(int scope, Fragment.ColumnUse use) {
    String name = use.path().get(use.path().size() - 1);
    String qualifier = use.path().get(use.path().size() - 2);
    Optional<Source> source = called(scope, use, qualifier);
    if (source.isEmpty()) {
      if (isNowhere(scope, use, qualifier)) {
        missing(scope, qualifier);
      }
      rewriting.doubt();
      return;
    }
    List<SourceColumn> found = source.get().named(name);
    boolean certain = use.certain() || source.get().shy();
    use.qualifierAt()
        .filter(at -> source.get().renames() && source.get().oid() != 0)
        .ifPresent(
            at -> {
              Bound.Form form = use.path().size() > 2 ? Bound.Form.OBJECT : Bound.Form.QUALIFIER;
              rewriting.object(at, Ref.to(source.get().oid()), form, true);
            });
    if (!found.isEmpty()) {
      rewriting.column(use.at(), found.get(0), certain, isResult(scope, use));
    } else if (SYSTEM_COLUMNS.contains(name)) {
      return;
    } else if (source.get().complete() && certain && fragment.complete()) {
      NotFound.column(
          work,
          qualifier + "." + name,
          source.get().columns().stream().map(c -> qualifier + "." + c.name()).toList());
    } else {
      if (certain && isUncertain(source.get())) {
        unproven(name);
      }
      rewriting.doubt();
    }
  }

  /** Whether it is a relation of which not all is known. */
  private static boolean isUncertain(Source source) {
    return source.oid() != 0 && !source.complete() && !source.shy();
  }

  private void unproven(String column) {
    if (!work.schema().open()) {
      work.unproven("whether there is a column `%s`".formatted(column));
    }
  }

  /** Whether it is certain that nothing in the query is called so. */
  private boolean isNowhere(int scope, Fragment.ColumnUse use, String qualifier) {
    if (!use.certain() || !fragment.complete() || use.path().size() != 2) {
      return false;
    }
    StringBuilder rest = new StringBuilder(fragment.sql());
    for (Fragment.Scope level : fragment.scopes()) {
      for (Fragment.Source source : level.sources()) {
        if (source instanceof Fragment.RelationSource relation && relation.aliased()) {
          Fragment.Span at = relation.at();
          rest.replace(at.start(), at.end(), " ".repeat(at.end() - at.start()));
        }
      }
    }
    String word = "(?<![\\w$])%s(?![\\w$]|\"?\\s*\\.)".formatted(Pattern.quote(qualifier));
    boolean named = Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(rest).find();
    return !named && !OTHER_ROWS.contains(qualifier) && !sources.apply(scope).isEmpty();
  }

  private void missing(int scope, String qualifier) {
    List<String> names = new ArrayList<>();
    for (int level = scope; level >= 0; level = fragment.scopes().get(level).parent()) {
      sources.apply(level).forEach(source -> source.alias().ifPresent(names::add));
    }
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "42P01",
        "nothing is called `%s` in this query".formatted(qualifier),
        Finder.near(qualifier, names));
  }

  private Optional<Source> called(int scope, Fragment.ColumnUse use, String qualifier) {
    for (int level = scope; level >= 0; level = fragment.scopes().get(level).parent()) {
      Optional<Source> found =
          sources.apply(level).stream()
              .filter(source -> source.isCalled(qualifier))
              .filter(source -> use.path().size() < 3 || isIn(source, use.path()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(Source source, List<String> path) {
    String schema = path.get(path.size() - 3);
    return source.renames() && source.schema().filter(schema::equals).isPresent();
  }

  /** Whether the use is a column of the result and gives it its name. */
  private boolean isResult(int scope, Fragment.ColumnUse use) {
    return fragment.scopes().get(scope).outputs().stream()
        .anyMatch(
            output ->
                output.column().filter(used -> used.at().equals(use.at())).isPresent()
                    && output.name().filter(last(use)::equals).isPresent());
  }

  private boolean isOutput(int scope, String name) {
    return fragment.scopes().get(scope).outputs().stream()
        .anyMatch(output -> output.name().filter(name::equals).isPresent());
  }

  private boolean isComputedOutput(int scope, String name) {
    return fragment.scopes().get(scope).outputs().stream()
        .anyMatch(o -> o.name().filter(name::equals).isPresent() && o.column().isEmpty());
  }

  private static String last(Fragment.ColumnUse use) {
    return use.path().get(use.path().size() - 1);
  }
}
