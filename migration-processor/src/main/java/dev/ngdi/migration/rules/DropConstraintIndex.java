package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses what PostgreSQL refuses: the drop of an index that belongs to a constraint. */
final class DropConstraintIndex implements Rule {
  @Override
  public String summary() {
    return "dropping an index that belongs to a constraint, which PostgreSQL refuses";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.DropIndex.class).stream()
        .flatMap(
            drop ->
                drop.statement().names().stream()
                    .flatMap(name -> drop.before().index(name).found().stream())
                    .flatMap(
                        index ->
                            IndexSql.owner(drop.before(), index).stream()
                                .map(owner -> finding(drop, owner))))
        .toList();
  }

  private static Finding finding(Occurrence<Statement.DropIndex> drop, Constraint owner) {
    String table = Rendering.name(drop.before(), owner.scope());
    return drop.finding(
        "PostgreSQL refuses it: the index belongs to the constraint `%s` of `%s`"
            .formatted(owner.name(), table),
        "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, Identifiers.quote(owner.name())));
  }
}
