package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Refuses a {@code verify} that cannot answer with one value. */
final class VerifyNotOneQuery implements Rule {
  @Override
  public String summary() {
    return "a `verify` that is not exactly one query";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject
        .verify()
        .filter(verify -> verify.problems().isEmpty() && !verify.sql().isBlank())
        .flatMap(verify -> finding(subject, verify))
        .stream()
        .toList();
  }

  private static Optional<Finding> finding(Subject subject, Script verify) {
    String instead = "verify = \"" + example(subject) + "\"";
    if (verify.statements().isEmpty()) {
      return Optional.of(
          Finding.in(Part.VERIFY, "`verify` has no statement, so it proves nothing", instead));
    }
    Statement first = verify.statements().get(0);
    if (!(first instanceof Statement.Query)) {
      String problem =
          "`verify` must only look: `%s` is not a query".formatted(Statements.summary(first));
      return Optional.of(Finding.at(Part.VERIFY, first, problem, instead));
    } else if (verify.statements().size() > 1) {
      String problem = "`verify` has %d statements, and only one answer can be read";
      return Optional.of(
          Finding.at(
              Part.VERIFY,
              verify.statements().get(1),
              problem.formatted(verify.statements().size()),
              instead));
    }
    return Optional.empty();
  }

  private static String example(Subject subject) {
    String table =
        subject.up().stream()
            .flatMap(up -> up.statements().stream())
            .flatMap(statement -> statement.target().stream())
            .map(QualifiedName::sql)
            .map(sql -> sql.replace("\"", "\\\""))
            .findFirst()
            .orElse("…");
    return "SELECT count(*) = 0 FROM %s WHERE …".formatted(table);
  }
}
