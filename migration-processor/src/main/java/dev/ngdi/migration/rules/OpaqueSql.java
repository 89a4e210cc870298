package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Warns of what the compiler cannot see through: there, only a real server can prove anything. */
final class OpaqueSql implements Rule {
  @Override
  public String summary() {
    return "a statement whose effect cannot be known from its text";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.timeline().up().stream()
        .filter(change -> !change.unproven().isEmpty() && isOpaque(change.statement()))
        .map(
            change ->
                Finding.at(
                    Part.UP,
                    change.statement(),
                    "what it does is not checked: " + String.join("; ", change.unproven()),
                    "the statements themselves, without `DO` and `EXECUTE`, where that is"
                        + " possible"))
        .toList();
  }

  /** Of other statements only what they are about can be unknown, which was said where it began. */
  private static boolean isOpaque(Statement statement) {
    return statement instanceof Statement.DoBlock
        || statement instanceof Statement.Query
        || statement instanceof Statement.DefaultPrivileges
        || statement instanceof Statement.Other;
  }
}
