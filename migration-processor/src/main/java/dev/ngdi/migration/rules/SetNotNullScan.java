package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TokenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses {@code NOT NULL} where nothing yet makes sure of it for the rows that are there. */
final class SetNotNullScan implements Rule {
  @Override
  public String summary() {
    return "`SET NOT NULL` without a valid `CHECK` that says so, for which the whole table is read";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetNotNull.class, TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Alteration<TableAction.SetNotNull> set :
        Alteration.in(subject, TableAction.SetNotNull.class)) {
      if (set.perhaps(RelationLock::scan) && !NotNullChecks.droppedBeside(set)) {
        findings.add(
            set.finding(
                problem("SET NOT NULL", set, set.action().column()), instead(subject, set)));
      }
    }
    for (Alteration<TableAction.AddConstraint> add :
        Alteration.in(subject, TableAction.AddConstraint.class)) {
      if (add.action().constraint().kind() == Kind.NOT_NULL && add.perhaps(RelationLock::scan)) {
        findings.add(
            add.finding(
                problem("NOT NULL", add, add.action().constraint().columns().get(0)),
                ofConstraint(subject, add)));
      }
    }
    return List.copyOf(findings);
  }

  private static String problem(String what, Alteration<?> alteration, String column) {
    return "`%s` on `%s` reads the whole table while nobody can read or write it"
        .formatted(what, alteration.named(column));
  }

  private static String instead(Subject subject, Alteration<TableAction.SetNotNull> set) {
    NotNullPlan plan = NotNullPlan.of(subject, set.table(), set.tableSql(), set.action().column());
    Sequel sequel = Sequel.of(subject);
    set.with(Optional.empty()).ifPresent(sequel::here);
    Optional<Constraint> waiting = waiting(set);
    if (waiting.isPresent()) {
      plan.with(waiting.get().name(), waiting.get().type() == Kind.NOT_NULL).validate(sequel);
    } else {
      sequel.here(plan.forNewRows());
      plan.validate(sequel);
    }
    return sequel.text();
  }

  private static String ofConstraint(Subject subject, Alteration<TableAction.AddConstraint> add) {
    String column = add.action().constraint().columns().get(0);
    NotNullPlan usual = NotNullPlan.of(subject, add.table(), add.tableSql(), column);
    NotNullPlan plan = add.action().name().map(name -> usual.with(name, true)).orElse(usual);
    Sequel sequel = Sequel.of(subject);
    add.with(Optional.empty()).ifPresent(sequel::here);
    sequel.here(plan.forNewRows());
    plan.validate(sequel);
    return sequel.text();
  }

  /** The constraint that is there and says it of new rows only. */
  private static Optional<Constraint> waiting(Alteration<TableAction.SetNotNull> set) {
    Schema before = set.change().before();
    String column = set.action().column();
    List<String> asked = TokenText.of(Identifiers.quote(column) + " is not null").tokens();
    Optional<Integer> number = set.table().column(column).map(Column::number);
    return before.of(set.table().oid(), Constraint.class).stream()
        .filter(c -> !c.state().validated() && c.state().enforced())
        .filter(
            c ->
                number.filter(n -> c.columns().equals(List.of(n))).isPresent()
                    && (c.type() == Kind.NOT_NULL
                        || c.expression()
                            .map(e -> TokenText.of(Rendering.sql(before, e)).tokens())
                            .filter(asked::equals)
                            .isPresent()))
        .findFirst();
  }
}
