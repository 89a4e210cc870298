package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER DEFAULT PRIVILEGES}. */
final class DefaultPrivilegesReader {
  private DefaultPrivilegesReader() {}

  /** Empty where it is another statement. */
  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    if (!cursor.skip("alter", "default", "privileges")) {
      return Optional.empty();
    }
    List<String> makers = new ArrayList<>();
    List<String> schemas = new ArrayList<>();
    while (!cursor.at("grant") && !cursor.at("revoke")) {
      boolean ofRoles = cursor.skip("for", "role") || cursor.skip("for", "user");
      if (!ofRoles && !cursor.skip("in", "schema")) {
        return Optional.empty();
      }
      (ofRoles ? makers : schemas).addAll(PolicyReader.roles(cursor));
    }
    return GrantReader.read(text, cursor)
        .filter(Statement.Grant.class::isInstance)
        .map(
            grant ->
                new Statement.DefaultPrivileges(text, makers, schemas, (Statement.Grant) grant));
  }
}
