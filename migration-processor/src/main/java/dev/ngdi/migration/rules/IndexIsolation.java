package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Refuses a concurrently built index that is not the only statement of its migration. */
final class IndexIsolation implements Rule {
  @Override
  public String summary() {
    return "an index built with `CONCURRENTLY` beside other statements leaves half of them on failure";
  }

  @Override
  public List<Finding> check(Subject subject) {
    Script up = subject.up().orElse(Script.EMPTY);
    return IndexSql.notIsolated(up).stream().map(index -> finding(subject, up, index)).toList();
  }

  private static Finding finding(Subject subject, Script up, Statement.CreateIndex index) {
    String beside =
        up.statements().stream()
            .filter(other -> other != index && !IndexSql.mayStandBeside(other, index))
            .findFirst()
            .map(Statements::summary)
            .orElse("");
    String problem =
        "if this index fails to build, `%s` beside it stays applied: `CONCURRENTLY` leaves no transaction to undo it"
            .formatted(beside);
    return Finding.at(Part.UP, index, problem, IndexSql.ownMigration(subject, index));
  }
}
