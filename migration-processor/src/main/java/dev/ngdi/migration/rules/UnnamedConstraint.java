package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns of a constraint whose name depends on what else has one. */
final class UnnamedConstraint implements Rule {
  private static final String NUMBERED = ".*_check\\d+";

  @Override
  public String summary() {
    return "a constraint without a name, so that what it is called depends on what else is there";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class, Statement.CreateTable.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    Stream.of(Kind.CHECK, Kind.FOREIGN_KEY, Kind.UNIQUE)
        .flatMap(kind -> AddedConstraint.in(subject, kind).stream())
        .filter(added -> added.definition().name().isEmpty() && !added.usesIndex())
        .filter(added -> !added.refused() && !added.definition().state().notEnforced())
        .map(UnnamedConstraint::finding)
        .forEach(findings::add);
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.CreateTable create) {
        numbered(change, create).stream().limit(1).forEach(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  private static Finding finding(AddedConstraint added) {
    String problem =
        "PostgreSQL chooses the name of this constraint of `%s`, and another one where that is taken"
            .formatted(added.table());
    return added.finding(
        problem,
        added.with("CONSTRAINT %s %s".formatted(added.name(), added.definition().sql().strip())));
  }

  /** The checks of a new table that get a number, because one name is not enough for them. */
  private static List<Finding> numbered(Change change, Statement.CreateTable create) {
    List<ConstraintDefinition> checks =
        create.elements().stream()
            .flatMap(UnnamedConstraint::constraints)
            .filter(constraint -> constraint.kind() == Kind.CHECK)
            .toList();
    Set<String> given =
        checks.stream().flatMap(check -> check.name().stream()).collect(Collectors.toSet());
    int table = change.after().relation(create.table()).found().map(r -> r.oid()).orElse(0);
    List<String> chosen =
        change.after().of(table, Constraint.class).stream()
            .filter(c -> c.type() == Kind.CHECK && c.inherited() == 0)
            .filter(c -> change.before().get(c.oid()).isEmpty())
            .map(CatalogObject::name)
            .filter(name -> !given.contains(name))
            .toList();
    List<ConstraintDefinition> unnamed =
        checks.stream().filter(check -> check.name().isEmpty()).toList();
    if (unnamed.size() != chosen.size()) {
      return List.of();
    }
    return chosen.stream()
        .filter(name -> name.matches(NUMBERED))
        .map(name -> finding(create, name, named(create, unnamed, chosen)))
        .toList();
  }

  private static Stream<ConstraintDefinition> constraints(TableElement element) {
    if (element instanceof TableElement.Constraint constraint) {
      return Stream.of(constraint.definition());
    }
    return element instanceof TableElement.Column column
        ? column.constraints().stream()
        : Stream.empty();
  }

  private static Finding finding(Statement.CreateTable create, String name, String instead) {
    return Finding.at(
        Part.UP,
        create,
        "a check of `%s` is called `%s`, for no other reason than its place among the others"
            .formatted(create.table().sql(), name),
        instead);
  }

  /** The statement with the names written that PostgreSQL chooses. */
  private static String named(
      Statement.CreateTable create, List<ConstraintDefinition> unnamed, List<String> names) {
    String sql = create.source().sql();
    int from = 0;
    for (int i = 0; i < unnamed.size(); i++) {
      int at = sql.indexOf(unnamed.get(i).sql().strip(), from);
      if (at < 0) {
        return create.source().sql();
      }
      String name = "CONSTRAINT " + Identifiers.quote(names.get(i)) + " ";
      sql = sql.substring(0, at) + name + sql.substring(at);
      from = at + name.length() + unnamed.get(i).sql().strip().length();
    }
    return sql;
  }
}
