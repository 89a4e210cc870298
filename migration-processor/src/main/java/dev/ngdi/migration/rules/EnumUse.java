package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a script uses a value of an enum. */
final class EnumUse {
  private final String value;
  private final String type;
  private final Optional<UserType> known;

  /**
   * A value.
   *
   * @param known its type, where it is known
   */
  EnumUse(String value, QualifiedName type, Optional<UserType> known) {
    this.value = value;
    this.type = type.name();
    this.known = known;
  }

  /** Whether a statement makes the server read the value as one of the enum. */
  boolean isIn(Change change) {
    Statement statement = change.statement();
    boolean hidden =
        statement instanceof Statement.Comment
            || statement instanceof Statement.DoBlock
            || statement instanceof Statement.AlterObject
            || (statement instanceof Statement.CreateObject create
                && create.definition() instanceof Definition.Routine);
    String sql = statement.source().sql();
    return !hidden
        && sql.contains("'" + value.replace("'", "''") + "'")
        && (names(sql, type)
            || columns(change.before(), statement)
            || columns(change.after(), statement));
  }

  private boolean columns(Schema schema, Statement statement) {
    return known.isPresent()
        && schema.all(Relation.class).stream()
            .filter(relation -> names(statement.source().sql(), relation.name()))
            .flatMap(relation -> relation.columns().stream())
            .filter(column -> column.type().oid() == known.get().oid())
            .anyMatch(
                column ->
                    statement.command().equals("INSERT")
                        || names(statement.source().sql(), column.name()));
  }

  private static boolean names(String sql, String name) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
        .matcher(sql)
        .find();
  }
}
