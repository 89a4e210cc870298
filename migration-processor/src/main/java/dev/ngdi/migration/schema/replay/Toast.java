package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which types have values that can be compressed and moved out of the row. */
final class Toast {
  /** The types of PostgreSQL whose values have all the same length, or are kept in the row. */
  private static final Set<String> PLAIN =
      Set.of(
          "bool",
          "int2",
          "int4",
          "int8",
          "oid",
          "float4",
          "float8",
          "money",
          "date",
          "time",
          "timetz",
          "timestamp",
          "timestamptz",
          "interval",
          "uuid",
          "name",
          "char",
          "macaddr",
          "macaddr8",
          "point",
          "line",
          "lseg",
          "box",
          "circle",
          "tid",
          "xid",
          "xid8",
          "cid",
          "pg_lsn",
          "regclass",
          "regtype",
          "regproc",
          "regrole",
          "regnamespace");

  private Toast() {}

  /** Says that a column cannot be compressed or stored as told; whether it cannot. */
  static boolean refuses(Work work, TypeRef type, String what, String how) {
    boolean plain = how.equalsIgnoreCase("plain") || how.equalsIgnoreCase("default");
    boolean refused = !plain && isPlain(work, type);
    if (refused) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the values of a `%s` are never kept outside of the row, so there is no %s `%s` for them"
              .formatted(type.builtin(), what, how.toLowerCase(Locale.ROOT)),
          "");
    }
    return refused;
  }

  /** Whether it goes without saying that the values of a type are stored like this. */
  static boolean isUsual(Work work, TypeRef type, String how) {
    return how.equalsIgnoreCase("plain") && isPlain(work, type);
  }

  private static boolean isPlain(Work work, TypeRef type) {
    if (type.dimensions() > 0) {
      return false;
    }
    Optional<UserType> own = work.get(type.oid(), UserType.class);
    if (own.isPresent() && own.get() instanceof UserType.Domain domain) {
      return isPlain(work, domain.base());
    }
    return own.filter(UserType.Enumeration.class::isInstance).isPresent()
        || PLAIN.contains(type.builtin());
  }
}
