package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Operand;
import dev.ngdi.migration.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the values of a column stay as they are stored when it gets another type. */
final class TypeChange {
  /** What is certain of it. */
  enum Result {
    /** The rows stay. */
    FREE,
    REWRITE,
    /** Only the server knows. */
    UNKNOWN;

    Result and(Result other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private static final Set<String> OID_LIKE =
      Set.of(
          "oid",
          "int4",
          "regclass",
          "regcollation",
          "regconfig",
          "regdictionary",
          "regnamespace",
          "regoper",
          "regoperator",
          "regproc",
          "regprocedure",
          "regrole",
          "regtype");
  private static final Map<String, Set<String>> SAME_BYTES =
      Map.of(
          "varchar", Set.of("text", "bpchar", "citext"),
          "text", Set.of("varchar", "bpchar", "citext"),
          "citext", Set.of("text", "varchar", "bpchar"),
          "xml", Set.of("text", "varchar", "bpchar"),
          "cidr", Set.of("inet"),
          "bit", Set.of("varbit"),
          "varbit", Set.of("bit"));

  /** The zones of which the server knows that they are UTC at all times. */
  private static final Set<String> UTC =
      Set.of("utc", "etc/utc", "gmt", "etc/gmt", "uct", "etc/uct", "zulu", "universal", "0");

  private final Schema schema;

  TypeChange(Schema schema) {
    this.schema = schema;
  }

  /**
   * A change of a column's type.
   *
   * @param using what {@code USING} says, if anything
   */
  Result of(String column, TypeRef from, TypeRef to, Optional<Operand> using) {
    if (using.isEmpty()) {
      return step(from, to);
    }
    if (!(using.get() instanceof Operand.Column same) || !same.name().equals(column)) {
      return Result.REWRITE;
    }
    Result result = Result.FREE;
    TypeRef type = from;
    for (TypeName cast : same.casts()) {
      TypeRef next = resolve(cast);
      result = result.and(step(type, next));
      type = next;
    }
    return result.and(step(type, to));
  }

  private TypeRef resolve(TypeName name) {
    int oid = schema.type(name.name()).found().map(UserType::oid).orElse(0);
    boolean one = name.name().name().equals("numeric") && name.modifiers().size() == 1;
    return new TypeRef(
        oid == 0 ? name.name().name() : "",
        oid,
        one ? List.of(name.modifiers().get(0), "0") : name.modifiers(),
        name.fields(),
        Math.min(1, name.dimensions()));
  }

  private Result step(TypeRef from, TypeRef to) {
    if (!from.known() || !to.known()) {
      return Result.UNKNOWN;
    }
    if (from.equals(to) && Domains.of(schema, to).isEmpty()) {
      return Result.FREE;
    }
    Optional<UserType.Domain> target = Domains.of(schema, to);
    if (target.isPresent()) {
      if (from.oid() == to.oid() && from.dimensions() == to.dimensions()) {
        return Result.FREE;
      }
      return target.get().isConstrained(schema) ? Result.REWRITE : step(from, target.get().base());
    }
    if (Domains.of(schema, from).isPresent()) {
      TypeRef base = Domains.base(schema, from);
      return step(new TypeRef(base.builtin(), base.oid(), List.of(), "", base.dimensions()), to);
    }
    return withoutDomains(from, to);
  }

  private Result withoutDomains(TypeRef from, TypeRef to) {
    boolean sameType = from.builtin().equals(to.builtin()) && from.oid() == to.oid();
    if (from.dimensions() > 0 || to.dimensions() > 0) {
      boolean free =
          sameType
              && from.dimensions() == to.dimensions()
              && (to.modifiers().isEmpty() || to.modifiers().equals(from.modifiers()));
      return free ? Result.FREE : Result.REWRITE;
    }
    if (sameType) {
      return Modifiers.change(from, to);
    }
    String zones = from.builtin() + " " + to.builtin();
    if (zones.equals("timestamp timestamptz") || zones.equals("timestamptz timestamp")) {
      TypeRef same = new TypeRef(to.builtin(), 0, List.of(), "", 0);
      return acrossZones().and(Modifiers.change(same, to));
    }
    if (OID_LIKE.contains(from.builtin()) && OID_LIKE.contains(to.builtin())) {
      boolean viaOid =
          from.builtin().equals("oid")
              || to.builtin().equals("oid")
              || from.builtin().equals("int4")
              || to.builtin().equals("int4");
      return viaOid ? Result.FREE : Result.REWRITE;
    }
    if (SAME_BYTES.getOrDefault(from.builtin(), Set.of()).contains(to.builtin())) {
      return to.modifiers().isEmpty() ? Result.FREE : Result.REWRITE;
    }
    return ownCasts() ? Result.UNKNOWN : Result.REWRITE;
  }

  /** Between times with and without a zone, which the session's zone turns into each other. */
  private Result acrossZones() {
    return schema
        .timeZone()
        .map(zone -> UTC.contains(zone.toLowerCase(Locale.ROOT)) ? Result.FREE : Result.REWRITE)
        .orElse(Result.UNKNOWN);
  }

  /** Whether there are casts that a migration made, which may not change the bytes. */
  private boolean ownCasts() {
    return schema.all(OtherObject.class).stream().anyMatch(object -> object.kind().equals("CAST"));
  }
}
