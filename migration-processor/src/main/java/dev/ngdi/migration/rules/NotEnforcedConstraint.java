package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a constraint that nothing ever holds rows to. */
final class NotEnforcedConstraint implements Rule {
  private static final String WORDS = "(?i)\\s+NOT\\s+ENFORCED\\b";

  @Override
  public String summary() {
    return "a constraint that is `NOT ENFORCED`, and so neither asked of rows nor sure to hold";
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
    Stream<Finding> added =
        Stream.of(Kind.CHECK, Kind.FOREIGN_KEY)
            .flatMap(kind -> AddedConstraint.in(subject, kind).stream())
            .filter(constraint -> constraint.definition().state().notEnforced())
            .map(NotEnforcedConstraint::finding);
    Stream<Finding> made =
        subject.timeline().up().stream()
            .filter(change -> isMadeNotEnforced(change.statement()))
            .map(change -> finding(change.statement()));
    return Stream.concat(added, made).toList();
  }

  private static boolean isMadeNotEnforced(Statement statement) {
    return statement instanceof Statement.CreateTable create
        && create.elements().stream()
            .flatMap(NotEnforcedConstraint::constraints)
            .anyMatch(constraint -> constraint.state().notEnforced());
  }

  private static Stream<ConstraintDefinition> constraints(TableElement element) {
    if (element instanceof TableElement.Constraint constraint) {
      return Stream.of(constraint.definition());
    }
    return element instanceof TableElement.Column column
        ? column.constraints().stream()
        : Stream.empty();
  }

  private static Finding finding(AddedConstraint added) {
    String problem =
        "nothing holds the rows of `%s` to `%s`: PostgreSQL never asks it of them"
            .formatted(added.table(), added.name());
    String instead =
        added.canBeNotValid()
            ? added.thenValidate(Sequel.of(added.subject()).here(replacement(added))).text()
            : added.alter("ADD CONSTRAINT %s %s".formatted(added.name(), added.body()));
    return added.finding(problem, instead);
  }

  private static String replacement(AddedConstraint added) {
    return added.definition().kind() == Kind.FOREIGN_KEY
        ? AddedConstraint.withTimeout(added.addNotValid())
        : added.addNotValid();
  }

  private static Finding finding(Statement statement) {
    return Finding.at(
        Part.UP,
        statement,
        "nothing holds the rows of `%s` to a constraint that is `NOT ENFORCED`"
            .formatted(statement.target().map(name -> name.sql()).orElse("…")),
        statement.source().sql().replaceAll(WORDS, ""));
  }
}
