package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses to copy a table or an index to another tablespace while nobody can use it. */
final class SetTablespace implements Rule {
  private static final String USUAL = "pg_default";

  @Override
  public String summary() {
    return "`SET TABLESPACE` copies a whole table or index while nobody can read or write it";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetTablespace.class, Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    Stream<Finding> tables =
        Alteration.in(subject, TableAction.SetTablespace.class).stream()
            .filter(set -> set.table().partitionBy().isEmpty())
            .filter(set -> !set.table().complete() || moves(set.table(), set.action()))
            .map(
                set ->
                    set.finding(
                        "`SET TABLESPACE` copies `%s` while nobody can read or write it"
                            .formatted(set.alter().table().sql()),
                        "`pg_repack --tablespace`, which does the same beside the application,"
                            + " outside of a migration"));
    Stream<Finding> indexes =
        Occurrence.in(subject, Statement.AlterObject.class).stream()
            .filter(alter -> alter.statement().kind().equals("INDEX"))
            .flatMap(SetTablespace::index);
    return Stream.concat(tables, indexes).toList();
  }

  private static boolean moves(Table table, TableAction.SetTablespace action) {
    String now = table.settings().get("tablespace").orElse(USUAL);
    return !now.equals(action.tablespace());
  }

  private static Stream<Finding> index(Occurrence<Statement.AlterObject> alter) {
    QualifiedName name = alter.statement().name();
    boolean isNew =
        alter
            .before()
            .index(name)
            .found()
            .flatMap(index -> alter.before().get(index.table()))
            .filter(table -> !alter.subject().timeline().existed(table))
            .isPresent();
    return alter.statement().actions().stream()
        .filter(action -> !isNew && action instanceof ObjectAction.LikeTable)
        .map(action -> ((ObjectAction.LikeTable) action).action())
        .filter(TableAction.SetTablespace.class::isInstance)
        .map(
            action ->
                alter.finding(
                    "`SET TABLESPACE` copies `%s` while nobody can read or write its table"
                        .formatted(name.sql()),
                    "REINDEX (TABLESPACE %s) INDEX CONCURRENTLY %s"
                        .formatted(
                            Identifiers.quote(((TableAction.SetTablespace) action).tablespace()),
                            name.sql())));
  }
}
