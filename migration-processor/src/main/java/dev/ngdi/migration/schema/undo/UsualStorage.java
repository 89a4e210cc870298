package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import java.util.Optional;
import java.util.Set;

/** How a column is stored when nobody says how; servers before 16 have no word for it. */
final class UsualStorage {
  private static final int HAS_DEFAULT = 16;
  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

  private UsualStorage() {}

  /** What is behind {@code ALTER COLUMN …}. */
  static String set(Schema schema, TypeRef type) {
    String storage = schema.postgres() >= HAS_DEFAULT ? "default" : of(schema, type);
    return ColumnDdl.storage(storage);
  }

  private static String of(Schema schema, TypeRef type) {
    if (type.dimensions() > 0) {
      return "extended";
    }
    Optional<UserType> own = schema.get(type.oid(), UserType.class);
    if (own.isPresent() && own.get() instanceof UserType.Domain domain) {
      return of(schema, domain.base());
    }
    return MAIN.contains(type.builtin()) ? "main" : "extended";
  }
}
