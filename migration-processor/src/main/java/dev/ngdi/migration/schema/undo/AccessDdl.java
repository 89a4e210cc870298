package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Comments, owners and grants as SQL. */
final class AccessDdl {
  private AccessDdl() {}

  /** What is said of an object and its columns. */
  static List<String> of(Schema schema, CatalogObject object) {
    List<String> statements = new ArrayList<>();
    schema.owner(object.oid()).ifPresent(role -> statements.add(owner(schema, object, role)));
    addAll(schema, Ref.to(object.oid()), statements);
    if (object instanceof Relation relation) {
      relation
          .columns()
          .forEach(c -> addAll(schema, new Ref(object.oid(), c.number()), statements));
    } else if (object instanceof UserType.Composite composite) {
      composite
          .attributes()
          .forEach(a -> addAll(schema, new Ref(object.oid(), a.number()), statements));
    }
    return statements;
  }

  /** Comment and grants of one thing. */
  static void addAll(Schema schema, Ref ref, List<String> statements) {
    schema.comment(ref).ifPresent(text -> statements.add(comment(schema, ref, text)));
    statements.addAll(grants(schema, ref, schema.privileges(ref)));
  }

  static String owner(Schema schema, CatalogObject object, String role) {
    return "ALTER " + Kinds.reference(schema, object) + " OWNER TO " + MemberDdl.role(role);
  }

  static String comment(Schema schema, Ref ref, String text) {
    return "COMMENT ON " + Kinds.reference(schema, ref) + " IS " + text;
  }

  static List<String> grants(Schema schema, Ref ref, Collection<Privilege> privileges) {
    return statements(schema, ref, privileges, false);
  }

  static List<String> revokes(Schema schema, Ref ref, Collection<Privilege> privileges) {
    return statements(schema, ref, privileges, true);
  }

  private record To(String role, boolean grantable, boolean away) {}

  private static List<String> statements(
      Schema schema, Ref ref, Collection<Privilege> privileges, boolean revoke) {
    Map<To, List<String>> byRole = new LinkedHashMap<>();
    for (Privilege privilege : privileges) {
      boolean taken = privilege.privilege().startsWith(Privilege.TAKEN);
      String name =
          taken ? privilege.privilege().substring(Privilege.TAKEN.length()) : privilege.privilege();
      boolean away = revoke != taken;
      To to = new To(privilege.role(), !away && privilege.grantable(), away);
      byRole.computeIfAbsent(to, k -> new ArrayList<>()).add(name);
    }
    List<String> statements = new ArrayList<>();
    byRole.forEach(
        (to, names) ->
            statements.add(
                ofLater(schema, ref)
                    + (to.away() ? "REVOKE " : "GRANT ")
                    + privileges(schema, ref, names)
                    + " ON "
                    + object(schema, ref)
                    + (to.away() ? " FROM " : " TO ")
                    + MemberDdl.role(to.role())
                    + (to.grantable() ? " WITH GRANT OPTION" : "")));
    return statements;
  }

  /** What stands before a grant of objects that are made later. */
  private static String ofLater(Schema schema, Ref ref) {
    return schema
        .get(ref.oid(), OtherObject.class)
        .filter(OtherObject::isDefaultPrivileges)
        .map(
            holder ->
                "ALTER DEFAULT PRIVILEGES "
                    + schema
                        .get(holder.scope(), Namespace.class)
                        .map(namespace -> "IN SCHEMA " + Written.own(namespace) + " ")
                        .orElse(""))
        .orElse("");
  }

  private static String privileges(Schema schema, Ref ref, List<String> names) {
    String columns =
        ref.column() == 0 ? "" : " (" + Written.column(schema, ref.oid(), ref.column()) + ")";
    return names.stream().map(name -> name + columns).collect(Collectors.joining(", "));
  }

  private static String object(Schema schema, Ref ref) {
    CatalogObject object = schema.get(ref.oid()).orElseThrow();
    if (object instanceof OtherObject other && other.isDefaultPrivileges()) {
      return other.name().toUpperCase(Locale.ROOT);
    }
    if (object instanceof Relation) {
      return Written.name(schema, ref.oid());
    }
    if (object.kind().equals("AGGREGATE")) {
      return "FUNCTION " + RoutineDdl.signature(schema, (Routine) object);
    }
    return object instanceof Routine || !(object instanceof UserType)
        ? Kinds.reference(schema, object)
        : "TYPE " + Written.name(schema, ref.oid());
  }
}
