package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
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

  /** Those whose values stay in the row as long as possible. */
  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

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

  /** Whether it is certain that two columns of one type cannot be one, for how they are kept. */
  static boolean differs(Work work, Column one, Column other, String setting) {
    Optional<String> first = one.settings().get(setting);
    Optional<String> second = other.settings().get(setting);
    if (setting.equals("storage")) {
      first = Optional.of(first.orElseGet(() -> usual(work, one.type())));
      second = Optional.of(second.orElseGet(() -> usual(work, other.type())));
    }
    return one.type().known()
        && one.type().equals(other.type())
        && first.isPresent()
        && second.isPresent()
        && !first.get().equalsIgnoreCase(second.get());
  }

  private static String usual(Work work, TypeRef type) {
    Optional<UserType> own = work.get(type.oid(), UserType.class);
    if (own.isPresent() && own.get() instanceof UserType.Domain domain && type.dimensions() == 0) {
      return usual(work, domain.base());
    }
    boolean main = type.dimensions() == 0 && MAIN.contains(type.builtin());
    return isPlain(work, type) ? "plain" : main ? "main" : "extended";
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
