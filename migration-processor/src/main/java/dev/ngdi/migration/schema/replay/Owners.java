package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code OWNER TO}: the new owner gets what the one before could do, instead of its own grants. */
final class Owners {
  private Owners() {}

  /** Gives an object, with what it grants on its columns, to a role. */
  static void change(Work work, int oid, String role) {
    Optional<CatalogObject> object = work.schema().get(oid);
    Optional<String> before = work.schema().owner(oid);
    if (before.filter(role::equals).isPresent()) {
      return;
    }
    work.set(work.schema().withOwner(oid, role));
    take(work, Ref.to(oid), before, role);
    if (object.isPresent() && object.get() instanceof Relation relation) {
      relation.columns().forEach(c -> take(work, new Ref(oid, c.number()), before, role));
    }
  }

  private static void take(Work work, Ref ref, Optional<String> before, String role) {
    List<Privilege> granted = work.schema().privileges(ref);
    List<Privilege> merged = new ArrayList<>();
    for (Privilege privilege : granted) {
      boolean ofBefore = before.filter(privilege.role()::equals).isPresent();
      boolean ofNew = privilege.role().equals(role);
      if (ofBefore && !isGranted(granted, role, privilege)) {
        merged.add(new Privilege(role, privilege.privilege(), privilege.grantable()));
      } else if (!ofBefore && (!ofNew || privilege.grantable() || ref.column() > 0)) {
        merged.add(privilege);
      }
    }
    if (!merged.equals(granted)) {
      work.set(work.schema().withPrivileges(ref, merged));
    }
  }

  /** Whether a role was granted what the owner lacks, or has itself. */
  private static boolean isGranted(List<Privilege> granted, String role, Privilege privilege) {
    String name =
        privilege.privilege().startsWith(Privilege.TAKEN)
            ? privilege.privilege().substring(Privilege.TAKEN.length())
            : privilege.privilege();
    return granted.stream().anyMatch(p -> p.role().equals(role) && p.privilege().equals(name));
  }
}
