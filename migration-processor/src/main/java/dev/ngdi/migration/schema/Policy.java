package dev.ngdi.migration.schema;

import java.util.List;
import java.util.Optional;

/**
 * A policy of row level security.
 *
 * @param scope the number of its table
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 */
public record Policy(
    int oid,
    int scope,
    String name,
    boolean permissive,
    String command,
    List<String> roles,
    Optional<Bound> using,
    Optional<Bound> withCheck)
    implements CatalogObject {
  public Policy {
    roles = List.copyOf(roles);
  }

  @Override
  public String kind() {
    return "POLICY";
  }

  /** The same under another name. */
  public Policy withName(String other) {
    return new Policy(oid, scope, other, permissive, command, roles, using, withCheck);
  }
}
