package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What later objects are granted by themselves. For each kind of objects, in a schema or anywhere,
 * an object of its own has these privileges.
 */
final class DefaultPrivileges {
  private static final String EVERYBODY = "public";
  private static final Map<String, Set<String>> POSSIBLE =
      Map.of(
          "tables",
          Set.of(
              "SELECT",
              "INSERT",
              "UPDATE",
              "DELETE",
              "TRUNCATE",
              "REFERENCES",
              "TRIGGER",
              "MAINTAIN"),
          "sequences",
          Set.of("USAGE", "SELECT", "UPDATE"),
          "functions",
          Set.of("EXECUTE"),
          "types",
          Set.of("USAGE"),
          "schemas",
          Set.of("CREATE", "USAGE"));

  private DefaultPrivileges() {}

  /** {@code ALTER DEFAULT PRIVILEGES}. */
  static void apply(Work work, Statement.DefaultPrivileges statement) {
    Statement.Grant change = statement.change();
    String written = change.objects().get(0).name();
    String kind = written.equals("routines") ? "functions" : written;
    if (!POSSIBLE.containsKey(kind) || !statement.makers().isEmpty()) {
      work.unproven("which rights `%s` changes".formatted(statement.oneLine()));
      if (kind.equals("schemas")) {
        List<String> doubtful = statement.makers().stream().map(DefaultPrivileges::of).toList();
        work.set(work.schema().withUnsure(doubtful));
      }
      return;
    }
    List<Integer> scopes =
        statement.schemas().stream()
            .flatMap(schema -> new Finder(work).namespace(schema).stream())
            .toList();
    if (work.hasProblems()) {
      return;
    }
    if (kind.equals("schemas") && !scopes.isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE, "0LP01", "a schema is made in no schema", "no `IN SCHEMA`");
      return;
    }
    Optional<String> other =
        change.privileges().stream()
            .map(Statement.Privilege::name)
            .filter(
                name ->
                    !name.equals("ALL") && !POSSIBLE.getOrDefault(kind, Set.of()).contains(name))
            .findFirst();
    if (other.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0LP01",
          "`%s` is no privilege of %s".formatted(other.get(), kind),
          "");
      return;
    }
    if (statement.schemas().isEmpty()) {
      change(work, change, 0, kind);
    }
    scopes.forEach(scope -> change(work, change, scope, kind));
  }

  /** What is in doubt where a role makes schemas to which others have rights at once. */
  private static String of(String role) {
    return "schemas of " + role;
  }

  /** Makes unsure what a schema grants that another role makes. */
  static void doubt(Work work, Namespace schema, String role) {
    if (work.schema().unsure(of(role))) {
      work.unproven("which rights the schema `%s` begins with".formatted(schema.name()));
      work.set(work.schema().withUnsure(schema.oid()));
    }
  }

  private static void change(Work work, Statement.Grant change, int scope, String kind) {
    OtherObject holder = find(work.schema(), scope, kind).orElseGet(() -> make(work, scope, kind));
    Ref ref = Ref.to(holder.oid());
    List<Privilege> privileges = new ArrayList<>(work.schema().privileges(ref));
    for (String role : change.roles()) {
      for (Statement.Privilege privilege : change.privileges()) {
        for (String name : names(work, kind, privilege.name())) {
          boolean usual =
              scope == 0
                  && role.equals(EVERYBODY)
                  && (kind.equals("functions") || kind.equals("types"));
          Grants.change(change, privileges, role, name, usual);
        }
      }
    }
    work.set(work.schema().withPrivileges(ref, privileges));
    if (privileges.isEmpty()) {
      work.remove(holder.oid());
    }
  }

  private static List<String> names(Work work, String kind, String privilege) {
    return privilege.equals("ALL")
        ? POSSIBLE.getOrDefault(kind, Set.of()).stream()
            .filter(name -> !name.equals("MAINTAIN") || Grants.hasMaintain(work.schema()))
            .sorted()
            .toList()
        : List.of(privilege);
  }

  private static Optional<OtherObject> find(Schema schema, int scope, String kind) {
    return schema.other(scope, OtherObject.DEFAULT_PRIVILEGES, kind).found();
  }

  private static OtherObject make(Work work, int scope, String kind) {
    OtherObject holder =
        new OtherObject(work.newOid(), scope, kind, OtherObject.DEFAULT_PRIVILEGES, "");
    work.put(holder);
    if (scope != 0) {
      work.depend(Ref.to(holder.oid()), Ref.to(scope), Dependency.Type.AUTO);
    }
    return holder;
  }

  /** Grants what was made since then what such objects are granted by themselves. */
  static void grant(Work work, Schema before) {
    Schema now = work.schema();
    for (int oid = before.nextOid(); oid < now.nextOid(); oid++) {
      Optional<CatalogObject> object = now.get(oid);
      if (object.isPresent() && !work.isAdopted(oid) && now.owner(oid).isEmpty()) {
        grant(work, object.get());
      }
    }
  }

  private static void grant(Work work, CatalogObject object) {
    Schema schema = work.schema();
    Optional<String> kind = kind(object);
    if (kind.isEmpty()) {
      return;
    }
    List<Privilege> more = new ArrayList<>(inScope(schema, 0, kind.get()));
    if (object.scope() != 0) {
      more.addAll(inScope(schema, object.scope(), kind.get()));
    }
    if (more.isEmpty()) {
      return;
    }
    Ref ref = Ref.to(object.oid());
    List<Privilege> granted = new ArrayList<>(schema.privileges(ref));
    boolean everybody = kind.get().equals("functions") || kind.get().equals("types");
    more.forEach(privilege -> add(granted, privilege, everybody));
    work.set(schema.withPrivileges(ref, granted));
  }

  private static List<Privilege> inScope(Schema schema, int scope, String kind) {
    return find(schema, scope, kind)
        .map(holder -> List.copyOf(schema.privileges(Ref.to(holder.oid()))))
        .orElse(List.of());
  }

  /**
   * Adds a privilege to others.
   *
   * @param everybody whether everybody has those of the kind without a grant
   */
  private static void add(List<Privilege> granted, Privilege privilege, boolean everybody) {
    boolean usual = everybody && privilege.role().equals(EVERYBODY);
    if (usual && !privilege.privilege().startsWith(Privilege.TAKEN)) {
      granted.remove(new Privilege(EVERYBODY, Privilege.TAKEN + privilege.privilege(), false));
      return;
    }
    Optional<Privilege> same =
        granted.stream()
            .filter(p -> p.role().equals(privilege.role()))
            .filter(p -> p.privilege().equals(privilege.privilege()))
            .findFirst();
    same.ifPresent(granted::remove);
    boolean grantable = privilege.grantable() || same.filter(Privilege::grantable).isPresent();
    granted.add(new Privilege(privilege.role(), privilege.privilege(), grantable));
  }

  private static Optional<String> kind(CatalogObject object) {
    if (object instanceof Relation) {
      return Optional.of("tables");
    } else if (object instanceof Sequence) {
      return Optional.of("sequences");
    } else if (object instanceof Routine) {
      return Optional.of("functions");
    } else if (object instanceof UserType && !(object instanceof UserType.Base)) {
      return Optional.of("types");
    }
    return object instanceof Namespace ? Optional.of("schemas") : Optional.empty();
  }
}
