package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code GRANT} and {@code REVOKE} on objects. */
final class Grants {
  private static final int MAINTAIN = 17;
  private static final int NO_CREATE_IN_PUBLIC = 15;
  private static final String EVERYBODY = "public";

  private final Work work;
  private final Statement.Grant statement;

  private Grants(Work work, Statement.Grant statement) {
    this.work = work;
    this.statement = statement;
  }

  static void apply(Work work, Statement.Grant statement) {
    new Grants(work, statement).apply();
  }

  private void apply() {
    for (int i = 0; i < statement.objects().size(); i++) {
      String arguments = i < statement.arguments().size() ? statement.arguments().get(i) : "";
      for (CatalogObject object : objects(statement.objects().get(i), arguments)) {
        for (Statement.Privilege privilege : statement.privileges()) {
          apply(object, privilege);
        }
      }
    }
  }

  private List<? extends CatalogObject> objects(QualifiedName name, String arguments) {
    Schema schema = work.schema();
    return switch (statement.kind()) {
      case "ALL TABLES IN SCHEMA" -> in(name, Relation.class, schema);
      case "ALL SEQUENCES IN SCHEMA" -> in(name, Sequence.class, schema);
      case "ALL ROUTINES IN SCHEMA" -> in(name, Routine.class, schema);
      case "ALL FUNCTIONS IN SCHEMA" ->
          in(name, Routine.class, schema).stream()
              .filter(o -> !o.kind().equals("PROCEDURE"))
              .toList();
      case "ALL PROCEDURES IN SCHEMA" ->
          in(name, Routine.class, schema).stream()
              .filter(o -> o.kind().equals("PROCEDURE"))
              .toList();
      case "TABLE" -> relation(name);
      case "SCHEMA", "FUNCTION", "PROCEDURE", "ROUTINE", "TYPE", "DOMAIN", "SEQUENCE" ->
          new Named(work, false).find(statement.kind(), name, arguments).stream().toList();
      case "FOREIGN SERVER" -> new Named(work, false).find("SERVER", name, "").stream().toList();
      case "FOREIGN DATA WRAPPER", "LANGUAGE" ->
          new Named(work, false).find(statement.kind(), name, "").stream().toList();
      default -> List.of();
    };
  }

  private List<CatalogObject> in(
      QualifiedName name, Class<? extends CatalogObject> kind, Schema schema) {
    Optional<Integer> scope = new Finder(work).namespace(name.name());
    if (schema.open() || schema.unsureOfEverything()) {
      work.unproven("which objects are in the schema `%s`".formatted(name.sql()));
    }
    return scope.stream()
        .flatMap(oid -> work.schema().of(oid, kind).stream())
        .map(CatalogObject.class::cast)
        .toList();
  }

  private List<CatalogObject> relation(QualifiedName name) {
    boolean system =
        name.name().startsWith("pg_")
            || name.schema()
                .filter(
                    s ->
                        (s.startsWith("pg_") && !s.startsWith("pg_temp"))
                            || s.equals("information_schema"))
                .isPresent();
    boolean unknown =
        work.schema().inRelations(name).found().isEmpty()
            && (ExtensionRelations.has(name.name()) || Extensions.anyUnknown(work.schema()));
    if (unknown && !system) {
      work.unproven("what `%s` is".formatted(name.sql()));
    }
    if (system || unknown) {
      return List.of();
    }
    Optional<CatalogObject> found = new Finder(work).inRelations(name);
    found
        .filter(Index.class::isInstance)
        .ifPresent(index -> NotFound.wrongKind(work, index, "table"));
    return found.filter(o -> o instanceof Relation || o instanceof Sequence).stream().toList();
  }

  private void apply(CatalogObject object, Statement.Privilege privilege) {
    if (privilege.columns().isEmpty()) {
      change(Ref.to(object.oid()), object, privilege.name());
      return;
    }
    if (object instanceof Relation relation) {
      for (String column : privilege.columns()) {
        new Finder(work)
            .column(relation, column)
            .ifPresent(c -> change(new Ref(object.oid(), c.number()), object, privilege.name()));
      }
    }
  }

  private void change(Ref ref, CatalogObject object, String privilege) {
    List<String> possible = all(object, ref);
    boolean none = object instanceof Sequence && !possible.contains(privilege);
    List<String> names = privilege.equals("ALL") ? possible : none ? List.of() : List.of(privilege);
    Optional<String> owner = work.schema().owner(object.oid());
    List<Privilege> privileges = new ArrayList<>(work.schema().privileges(ref));
    for (String role : statement.roles()) {
      for (String name : names) {
        boolean usual = role.equals(EVERYBODY) && usual(work.schema(), object, name);
        boolean own = ref.column() == 0 && owner.filter(role::equals).isPresent();
        change(statement, privileges, role, name, usual || own);
      }
    }
    work.set(work.schema().withPrivileges(ref, privileges));
    boolean whole = ref.column() == 0 && statement.revoke() && object instanceof Relation;
    if (whole) {
      ((Relation) object).columns().forEach(c -> revoke(new Ref(object.oid(), c.number()), names));
    }
  }

  /** A privilege that is revoked from a table is revoked from its columns too. */
  private void revoke(Ref column, List<String> names) {
    List<Privilege> privileges = new ArrayList<>(work.schema().privileges(column));
    boolean changed =
        !statement.optionOnly()
            && privileges.removeIf(
                p -> statement.roles().contains(p.role()) && names.contains(p.privilege()));
    if (changed) {
      work.set(work.schema().withPrivileges(column, privileges));
    }
  }

  /**
   * Grants or revokes one privilege of one role.
   *
   * @param usual whether the role has it without a grant
   */
  static void change(
      Statement.Grant statement,
      List<Privilege> privileges,
      String role,
      String name,
      boolean usual) {
    Optional<Privilege> before =
        privileges.stream()
            .filter(p -> p.role().equals(role) && p.privilege().equals(name))
            .findFirst();
    if (statement.revoke() && statement.optionOnly()) {
      before.ifPresent(
          p -> privileges.set(privileges.indexOf(p), new Privilege(role, name, false)));
      return;
    }
    Privilege taken = new Privilege(role, Privilege.TAKEN + name, false);
    boolean grantable =
        statement.withGrantOption() || before.map(Privilege::grantable).orElse(false);
    before.ifPresent(privileges::remove);
    if (usual) {
      privileges.remove(taken);
    }
    if (statement.revoke() && usual) {
      privileges.add(taken);
    } else if (!statement.revoke() && (!usual || grantable)) {
      privileges.add(new Privilege(role, name, grantable));
    }
  }

  /** Whether there is the privilege {@code MAINTAIN}. */
  static boolean hasMaintain(Schema schema) {
    return schema.postgres() >= MAINTAIN;
  }

  private static boolean usual(Schema schema, CatalogObject object, String privilege) {
    if (object.oid() == Schema.PUBLIC) {
      return privilege.equals("USAGE") || schema.postgres() < NO_CREATE_IN_PUBLIC;
    }
    return (object instanceof Routine && privilege.equals("EXECUTE"))
        || (object instanceof UserType && privilege.equals("USAGE"));
  }

  private List<String> all(CatalogObject object, Ref ref) {
    if (ref.column() > 0) {
      return List.of("INSERT", "REFERENCES", "SELECT", "UPDATE");
    } else if (object instanceof Relation) {
      List<String> names =
          new ArrayList<>(
              List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE"));
      if (hasMaintain(work.schema())) {
        names.add("MAINTAIN");
      }
      return names;
    } else if (object instanceof Sequence) {
      return List.of("SELECT", "UPDATE", "USAGE");
    } else if (object instanceof Routine) {
      return List.of("EXECUTE");
    }
    return object.kind().equals("SCHEMA") ? List.of("CREATE", "USAGE") : List.of("USAGE");
  }
}
