package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code ALTER} and {@code DROP} of anything else than a table and what belongs to one. */
final class ObjectChanges {
  private ObjectChanges() {}

  static void drop(Work work, Statement.DropObject statement) {
    List<Ref> refs = new ArrayList<>();
    for (int i = 0; i < statement.names().size(); i++) {
      QualifiedName name = statement.names().get(i);
      String arguments = i < statement.arguments().size() ? statement.arguments().get(i) : "";
      if (!OtherObjects.outside(statement.kind())) {
        ofRows(work, statement, name);
        new Named(work, statement.ifExists())
            .find(statement.kind(), name, arguments)
            .filter(object -> !isOtherwiseNamed(work, statement.kind(), object))
            .ifPresent(object -> refs.add(Ref.to(object.oid())));
      }
    }
    if (statement.kind().equals("COLLATION")) {
      statement.names().forEach(name -> doubtSorted(work, name.name()));
    }
    boolean ofTypes = statement.kind().equals("TYPE") || statement.kind().equals("DOMAIN");
    if (ofTypes && statement.cascade() && work.schema().open()) {
      statement.names().forEach(name -> doubtUsers(work, name.name()));
    }
    if (statement.cascade() && work.schema().open() && refs.size() < statement.names().size()) {
      Unseen.doubt(work, true);
    }
    if (!refs.isEmpty()) {
      Drops.drop(work, refs, statement.cascade());
    }
  }

  /** Makes unsure what is sorted as a collation says that is dropped or gets another name. */
  private static void doubtSorted(Work work, String collation) {
    for (CatalogObject object : work.schema().objects()) {
      boolean sorted =
          (object instanceof Table table
                  && table.columns().stream().anyMatch(c -> isIn(c.collation(), collation)))
              || (object instanceof Index index
                  && index.parts().stream().anyMatch(p -> isIn(p.collation(), collation)));
      if (sorted) {
        work.unproven("what is still sorted by `%s`".formatted(collation));
        work.set(work.schema().withUnsure(object.oid()));
      }
    }
  }

  private static boolean isIn(String written, String collation) {
    return !written.isEmpty()
        && Casts.name(written).filter(name -> name.name().equals(collation)).isPresent();
  }

  /** Makes unsure what has columns of a type that was there before. */
  private static void doubtUsers(Work work, String type) {
    work.schema().all(Relation.class).stream()
        .filter(r -> r.columns().stream().anyMatch(c -> c.type().builtin().equals(type)))
        .forEach(relation -> work.set(work.schema().withUnsure(relation.oid())));
    work.schema().all(UserType.class).stream()
        .filter(user -> isMadeOf(user, type))
        .forEach(user -> doubtAllOf(work, user.oid(), new HashSet<>()));
  }

  private static boolean isMadeOf(UserType user, String type) {
    return (user instanceof UserType.Domain domain && domain.base().builtin().equals(type))
        || (user instanceof UserType.Composite composite
            && composite.attributes().stream().anyMatch(a -> a.type().builtin().equals(type)));
  }

  /** Makes unsure what can go with something that is perhaps dropped. */
  private static void doubtAllOf(Work work, int oid, Set<Integer> reached) {
    if (reached.add(oid)) {
      work.set(work.schema().withUnsure(oid));
      work.schema()
          .dependents(Ref.to(oid))
          .forEach(d -> doubtAllOf(work, d.dependent().oid(), reached));
    }
  }

  /** Whether it is an aggregate and called a function, which is said. */
  private static boolean isOtherwiseNamed(Work work, String kind, CatalogObject object) {
    boolean aggregate = kind.equals("FUNCTION") && object.kind().equals("AGGREGATE");
    if (aggregate) {
      NotFound.wrongKind(work, object, "function");
    }
    return aggregate;
  }

  /** A type of the rows of a relation goes with the relation only. */
  private static void ofRows(Work work, Statement.DropObject statement, QualifiedName name) {
    if (statement.kind().equals("TYPE")) {
      work.schema()
          .typeOrRows(name)
          .filter(o -> o instanceof Relation relation && relation.complete())
          .filter(rows -> work.schema().relation(name).sure())
          .ifPresent(
              rows ->
                  work.problem(
                      Problem.Kind.STILL_NEEDED,
                      "2BP01",
                      "the type `%s` is that of the rows of %s"
                          .formatted(name.sql(), Described.of(work.schema(), Ref.to(rows.oid()))),
                      "DROP %s %s".formatted(rows.kind(), name.sql())));
    }
  }

  static void alter(Work work, Statement.AlterObject statement) {
    if (OtherObjects.outside(statement.kind())) {
      return;
    }
    Optional<CatalogObject> found =
        new Named(work, statement.ifExists())
            .find(statement.kind(), statement.name(), statement.arguments());
    if (statement.kind().equals("TYPE") && found.isEmpty()) {
      work.schema()
          .typeOrRows(statement.name())
          .filter(o -> o instanceof Relation relation && relation.complete())
          .filter(rows -> work.schema().relation(statement.name()).sure())
          .ifPresent(rows -> NotFound.wrongKind(work, rows, "type of its own"));
    }
    if (statement.kind().equals("COLLATION")) {
      doubtSorted(work, statement.name().name());
    }
    found.ifPresent(
        object ->
            statement.actions().forEach(action -> alter(work, statement, object.oid(), action)));
  }

  private static void alter(
      Work work, Statement.AlterObject statement, int oid, ObjectAction action) {
    Optional<CatalogObject> object = work.schema().get(oid);
    if (object.isEmpty()) {
      return;
    }
    if (action instanceof ObjectAction.OwnerTo owner) {
      Owners.change(work, oid, owner.role());
      return;
    }
    boolean done =
        (action instanceof ObjectAction.Other written
                && ExtensionMembers.apply(work, object.get(), written.sql()))
            || own(work, object.get(), action);
    if (!done && action instanceof ObjectAction.Rename rename) {
      rename(work, object.get(), rename.to());
    } else if (!done && action instanceof ObjectAction.SetSchema move) {
      new Finder(work).namespace(move.schema()).ifPresent(scope -> move(work, object.get(), scope));
    } else if (!done) {
      other(work, statement, object.get());
    }
  }

  private static boolean own(Work work, CatalogObject object, ObjectAction action) {
    if (object instanceof Namespace namespace) {
      Schemas.alter(work, namespace, action);
      return true;
    } else if (object instanceof Extension extension) {
      Extensions.alter(work, extension, action);
      return true;
    } else if (object instanceof Routine routine) {
      return Routines.alter(work, routine, action);
    } else if (object instanceof UserType && ofOther(work, object, action)) {
      return true;
    } else if (object instanceof UserType.Enumeration type) {
      return UserTypes.alter(work, type, action);
    } else if (object instanceof Statistics statistics) {
      return ExtendedStatistics.alter(work, statistics, action);
    } else if (action instanceof ObjectAction.LikeTable like) {
      if (object instanceof UserType.Composite type) {
        return Composites.alter(work, type, like.action());
      } else if (object instanceof UserType.Domain domain) {
        return Domains.alter(work, domain, like.action());
      } else if (object instanceof View view) {
        return ViewChanges.alter(work, view, like.action());
      }
    }
    return object instanceof UserType.Base
        && !(action instanceof ObjectAction.Rename)
        && !(action instanceof ObjectAction.SetSchema);
  }

  /** Whether an action is for a type of another kind, which is said. */
  private static boolean ofOther(Work work, CatalogObject type, ObjectAction action) {
    boolean ofEnum =
        action instanceof ObjectAction.AddValue || action instanceof ObjectAction.RenameValue;
    boolean ofComposite =
        action instanceof ObjectAction.LikeTable && !(type instanceof UserType.Domain);
    boolean wrong =
        (ofEnum && !(type instanceof UserType.Enumeration))
            || (ofComposite && !(type instanceof UserType.Composite));
    if (wrong && !work.schema().unsure(type)) {
      NotFound.wrongKind(work, type, ofEnum ? "enum" : "composite type");
    }
    return wrong;
  }

  static void rename(Work work, CatalogObject object, String to) {
    if (taken(work, object, object.scope(), to)) {
      return;
    }
    Placement.rename(work, object, to);
  }

  static void move(Work work, CatalogObject object, int scope) {
    if (!Placement.canMove(work, object, scope)
        || object.scope() == scope
        || taken(work, object, scope, object.name())) {
      return;
    }
    Placement.move(work, object, scope);
    if (object instanceof View) {
      for (Index index : work.schema().indexes(object.oid())) {
        Placement.move(work, index, scope);
      }
    }
  }

  private static boolean taken(Work work, CatalogObject object, int scope, String name) {
    boolean relation = object instanceof View && work.schema().inRelations(scope, name).present();
    boolean type =
        (object instanceof UserType || object instanceof View)
            && (work.schema().type(scope, name).present()
                || (object instanceof UserType && relationTaken(work, object, scope, name)));
    boolean other =
        object instanceof OtherObject o && work.schema().other(scope, o.kind(), name).present();
    if (relation || type || other) {
      NotFound.taken(
          work,
          relation ? "42P07" : "42710",
          relation ? "relation" : object.kind().toLowerCase(Locale.ROOT),
          name,
          "");
      return true;
    }
    return false;
  }

  /** Whether a relation has a row type of a name; a composite type is a relation itself. */
  private static boolean relationTaken(Work work, CatalogObject type, int scope, String name) {
    Lookup<CatalogObject> there = work.schema().inRelations(scope, name);
    return there.present()
        && (there.found().filter(Relation.class::isInstance).isPresent()
            || type instanceof UserType.Composite);
  }

  private static void other(Work work, Statement.AlterObject statement, CatalogObject object) {
    if (object instanceof OtherObject other) {
      work.put(
          new OtherObject(
              other.oid(),
              other.scope(),
              other.name(),
              other.kind(),
              other.definition() + "; " + statement.oneLine()));
    } else {
      work.unproven(
          "what `%s` does to `%s`".formatted(statement.command(), statement.name().sql()));
      work.set(work.schema().withUnsure(object.oid()));
    }
  }
}
