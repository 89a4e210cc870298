package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of comments, owners and grants. */
final class AccessChanges {
  private AccessChanges() {}

  static List<String> of(Change change, CatalogObject was, CatalogObject is) {
    Schema before = change.before();
    List<String> statements = new ArrayList<>();
    Optional<String> owner = before.owner(was.oid());
    if (!owner.equals(change.after().owner(was.oid()))) {
      statements.add(AccessDdl.owner(before, was, owner.orElse("current_user")));
    }
    add(change, Ref.to(was.oid()), statements);
    if (was instanceof Relation old && is instanceof Relation now) {
      addColumns(change, was.oid(), old.columns(), now.columns(), statements);
    } else if (was instanceof UserType.Composite old && is instanceof UserType.Composite now) {
      addColumns(change, was.oid(), old.attributes(), now.attributes(), statements);
    }
    return statements;
  }

  private static void addColumns(
      Change change, int oid, List<Column> were, List<Column> are, List<String> statements) {
    for (Column column : were) {
      Ref ref = new Ref(oid, column.number());
      boolean kept = are.stream().anyMatch(c -> c.number() == column.number());
      if (kept && !change.recreatedColumns().contains(ref)) {
        add(change, ref, statements);
      }
    }
  }

  private static void add(Change change, Ref ref, List<String> statements) {
    Schema before = change.before();
    Optional<String> comment = before.comment(ref);
    if (!comment.equals(change.after().comment(ref))) {
      statements.add(AccessDdl.comment(before, ref, comment.orElse("NULL")));
    }
    List<Privilege> were = before.privileges(ref);
    List<Privilege> are = change.after().privileges(ref);
    statements.addAll(
        AccessDdl.revokes(before, ref, are.stream().filter(p -> !were.contains(p)).toList()));
    statements.addAll(
        AccessDdl.grants(before, ref, were.stream().filter(p -> !are.contains(p)).toList()));
  }
}
