package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a policy that goes, or lets more through than before. */
final class PolicyChange implements Rule {
  private static final String EVERYBODY = "public";

  @Override
  public String summary() {
    return "a policy of row level security that is dropped or lets more through";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(
        TableAction.RowSecurity.class, Statement.DropObject.class, Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    List<Finding> findings = new ArrayList<>();
    for (Occurrence<Statement.DropObject> drop :
        Occurrence.in(subject, Statement.DropObject.class)) {
      if (drop.statement().kind().equals("POLICY")) {
        dropped(drop).ifPresent(findings::add);
      }
    }
    for (Occurrence<Statement.AlterObject> alter :
        Occurrence.in(subject, Statement.AlterObject.class)) {
      alter.statement().actions().stream()
          .filter(ObjectAction.SetPolicy.class::isInstance)
          .map(action -> ((ObjectAction.SetPolicy) action).policy())
          .forEach(changed -> loosened(alter, changed).ifPresent(findings::add));
    }
    Alteration.in(subject, TableAction.RowSecurity.class).stream()
        .filter(set -> !set.action().on() && !set.action().forced())
        .map(
            set ->
                set.finding(
                    "every row of `%s` is seen again by all who may read the table"
                        .formatted(set.alter().table().sql()),
                    ""))
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  private static Optional<Finding> dropped(Occurrence<Statement.DropObject> drop) {
    QualifiedName on = drop.statement().on().orElseThrow();
    String name = drop.statement().names().get(0).name();
    Optional<Table> table = drop.existingTable(on);
    boolean comesBack =
        table
            .filter(t -> drop.subject().timeline().end().policy(t.oid(), name).found().isPresent())
            .isPresent();
    if (table.isEmpty() || comesBack || drop.change().after().get(table.get().oid()).isEmpty()) {
      return Optional.empty();
    }
    boolean restrictive =
        drop.before()
            .policy(table.get().oid(), name)
            .found()
            .filter(policy -> !policy.permissive())
            .isPresent();
    String quoted = Identifiers.quote(name);
    return Optional.of(
        drop.finding(
            restrictive
                ? "whoever the policy `%s` keeps from rows of `%s` gets at them"
                    .formatted(quoted, on.sql())
                : "whoever sees rows of `%s` by the policy `%s` sees them no more"
                    .formatted(on.sql(), quoted),
            "ALTER POLICY %s ON %s USING (…)".formatted(quoted, on.sql())));
  }

  private static Optional<Finding> loosened(
      Occurrence<Statement.AlterObject> alter, Definition.Policy changed) {
    QualifiedName on = alter.statement().on().orElse(alter.statement().name());
    if (alter.existingTable(on).isEmpty()) {
      return Optional.empty();
    }
    String name = alter.statement().name().sql();
    boolean all =
        Stream.of(changed.using(), changed.withCheck())
            .flatMap(Optional::stream)
            .anyMatch(condition -> condition.sql().strip().equalsIgnoreCase("true"));
    if (all) {
      return Optional.of(
          alter.finding(
              "the policy `%s` of `%s` lets every row through".formatted(name, on.sql()),
              "ALTER POLICY %s ON %s USING (…)".formatted(name, on.sql())));
    }
    return changed.roles().contains(EVERYBODY)
        ? Optional.of(
            alter.finding(
                "the policy `%s` of `%s` holds for everybody".formatted(name, on.sql()),
                "ALTER POLICY %s ON %s TO …".formatted(name, on.sql())))
        : Optional.empty();
  }
}
