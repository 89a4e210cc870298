package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a query gives to the table it fills. */
final class QueryTables {
  private final Work work;
  private final Fragment.Scope scope;
  private final List<Column> columns = new ArrayList<>();
  private boolean complete = true;

  private QueryTables(Work work, Fragment.Scope scope) {
    this.work = work;
    this.scope = scope;
  }

  /** Gives a table the columns of a query, as far as they are known. */
  static void fill(Work work, int table, Fragment query, List<String> names) {
    if (!query.complete() || query.scopes().isEmpty()) {
      work.put(work.table(table).incomplete());
      work.unproven("the columns of the query");
      return;
    }
    QueryTables made = new QueryTables(work, query.scopes().get(0));
    made.scope.outputs().forEach(made::output);
    List<Column> columns = new ArrayList<>();
    for (Column column : made.columns) {
      int at = columns.size();
      columns.add(at < names.size() ? column.withName(names.get(at)) : column);
    }
    work.put(work.table(table).withColumns(columns));
    if (!made.complete) {
      work.put(work.table(table).incomplete());
      work.unproven("the columns of the query");
    }
    for (Column column : columns) {
      if (column.type().oid() != 0) {
        work.depend(
            new Ref(table, column.number()), Ref.to(column.type().oid()), Dependency.Type.NORMAL);
      }
    }
  }

  private void output(Fragment.Output output) {
    Optional<Fragment.ColumnUse> use = output.column();
    if (use.isPresent() && use.get().star()) {
      star(use.get());
      return;
    }
    TypeRef type =
        output
            .type()
            .map(name -> new Types(work).find(name).type())
            .or(() -> use.flatMap(this::find).map(Column::type))
            .orElse(TypeRef.UNKNOWN);
    add(output.name().orElse("?column?"), type);
  }

  private void star(Fragment.ColumnUse use) {
    List<Fragment.Source> sources =
        use.path().size() == 1
            ? scope.sources()
            : scope.sources().stream()
                .filter(s -> s.alias().filter(use.path().get(0)::equals).isPresent())
                .toList();
    complete &= !sources.isEmpty() && !scope.merged();
    for (Fragment.Source source : sources) {
      Optional<Relation> relation = relation(source);
      complete &= relation.filter(Relation::complete).isPresent();
      List<String> aliases = source.columnAliases();
      int i = 0;
      for (Column column : relation.map(Relation::columns).orElse(List.of())) {
        add(i < aliases.size() ? aliases.get(i) : column.name(), column.type());
        i++;
      }
    }
  }

  private Optional<Relation> relation(Fragment.Source source) {
    return source instanceof Fragment.RelationSource named
        ? work.schema().relation(named.name()).found()
        : Optional.empty();
  }

  private Optional<Column> find(Fragment.ColumnUse use) {
    String name = use.path().get(use.path().size() - 1);
    List<Column> found =
        scope.sources().stream()
            .filter(
                s ->
                    use.path().size() == 1
                        || s.alias().filter(use.path().get(0)::equals).isPresent())
            .filter(s -> s.columnAliases().isEmpty())
            .flatMap(s -> relation(s).stream())
            .flatMap(r -> r.column(name).stream())
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private void add(String name, TypeRef type) {
    columns.add(Column.of(columns.size() + 1, name, type));
  }
}
