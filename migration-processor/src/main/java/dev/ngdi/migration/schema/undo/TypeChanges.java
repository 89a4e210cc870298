package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of a type. */
final class TypeChanges {
  private TypeChanges() {}

  static List<String> of(Change change, UserType was, UserType is) {
    if (was instanceof UserType.Enumeration old && is instanceof UserType.Enumeration now) {
      return EnumChanges.of(change, old, now);
    } else if (was instanceof UserType.Composite old && is instanceof UserType.Composite now) {
      return composite(change.before(), old, now);
    }
    return was instanceof UserType.Domain old && is instanceof UserType.Domain now
        ? domain(change, old, now)
        : List.of();
  }

  private static List<String> composite(
      Schema before, UserType.Composite was, UserType.Composite is) {
    List<String> statements = new ArrayList<>();
    String alter = "ALTER TYPE " + Written.name(before, was.oid());
    for (Column column : is.attributes()) {
      if (find(was, column.number()).isEmpty()) {
        statements.add(alter + " DROP ATTRIBUTE " + Identifiers.quote(column.name()));
      }
    }
    for (Column column : was.attributes()) {
      Optional<Column> now = find(is, column.number());
      if (now.isEmpty()) {
        statements.add(alter + " ADD ATTRIBUTE " + TypeDdl.attribute(before, column));
      } else if (!now.get().type().equals(column.type())
          || !now.get().collation().equals(column.collation())) {
        statements.add(
            alter
                + " ALTER ATTRIBUTE "
                + Identifiers.quote(column.name())
                + " TYPE "
                + Written.type(before, column.type(), column.collation()));
      }
    }
    return statements;
  }

  private static Optional<Column> find(UserType.Composite type, int number) {
    return type.attributes().stream().filter(a -> a.number() == number).findFirst();
  }

  private static List<String> domain(Change change, UserType.Domain was, UserType.Domain is) {
    List<String> statements = new ArrayList<>();
    String alter = "ALTER DOMAIN " + Written.name(change.before(), was.oid());
    if (!was.defaultValue().equals(is.defaultValue())) {
      statements.add(
          was.defaultValue()
              .map(d -> alter + " SET DEFAULT " + Written.sql(change.before(), d))
              .orElse(alter + " DROP DEFAULT"));
    }
    boolean named = hasNotNull(change.before(), was.oid()) || hasNotNull(change.after(), was.oid());
    if (was.notNull() != is.notNull() && !named) {
      statements.add(alter + (was.notNull() ? " SET NOT NULL" : " DROP NOT NULL"));
    }
    return statements;
  }

  private static boolean hasNotNull(Schema schema, int domain) {
    return schema.of(domain, Constraint.class).stream().anyMatch(c -> c.type() == Kind.NOT_NULL);
  }
}
