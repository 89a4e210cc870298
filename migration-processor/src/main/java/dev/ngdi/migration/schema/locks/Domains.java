package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What domains stand for. */
final class Domains {
  private Domains() {}

  /** The domain that a type is, arrays of one left out. */
  static Optional<UserType.Domain> of(Schema schema, TypeRef type) {
    return type.dimensions() > 0 ? Optional.empty() : schema.get(type.oid(), UserType.Domain.class);
  }

  /** The type behind all domains, with its modifiers. */
  static TypeRef base(Schema schema, TypeRef type) {
    return of(schema, type).map(domain -> base(schema, domain.base())).orElse(type);
  }

  /** A domain and those that are made of it. */
  static Set<Integer> madeOf(Schema schema, int domain) {
    Set<Integer> domains = new LinkedHashSet<>(Set.of(domain));
    for (UserType.Domain other : users(schema, domain)) {
      domains.addAll(madeOf(schema, other.oid()));
    }
    return domains;
  }

  private static List<UserType.Domain> users(Schema schema, int domain) {
    return schema.dependents(Ref.to(domain)).stream()
        .flatMap(d -> schema.get(d.dependent().oid(), UserType.Domain.class).stream())
        .filter(other -> other.base().oid() == domain && other.oid() != domain)
        .toList();
  }
}
