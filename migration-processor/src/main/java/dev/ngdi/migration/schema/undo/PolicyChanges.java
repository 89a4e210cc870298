package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Policy;
import java.util.List;

/** The way back of a policy. */
final class PolicyChanges {
  private PolicyChanges() {}

  /** Whether {@code ALTER POLICY} makes the one from the other: it takes no clause away. */
  static boolean canBeAltered(Policy was, Policy is) {
    return was.permissive() == is.permissive()
        && was.command().equals(is.command())
        && (was.using().isPresent() || is.using().isEmpty())
        && (was.withCheck().isPresent() || is.withCheck().isEmpty());
  }

  static List<String> of(Change change, Policy was, Policy is) {
    if (was.withName(is.name()).equals(is)) {
      return List.of();
    }
    return List.of(
        "ALTER "
            + Kinds.reference(change.before(), was)
            + (was.roles().equals(is.roles()) ? "" : " TO " + MemberDdl.roles(was.roles()))
            + MemberDdl.clauses(change.before(), was));
  }
}
