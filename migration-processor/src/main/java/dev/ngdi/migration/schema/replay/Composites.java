package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Composite types and their attributes. */
final class Composites {
  private Composites() {}

  static void create(
      Work work, Statement.CreateObject statement, Definition.CompositeType definition) {
    Optional<UserTypes.Place> place = UserTypes.place(work, statement.name());
    if (place.isEmpty()) {
      return;
    }
    int scope = place.get().scope();
    if (NewRelations.taken(work, scope, statement.name(), false)) {
      return;
    }
    UserType.Composite type =
        new UserType.Composite(
            place.get().oid(), place.get().scope(), statement.name().name(), List.of());
    Placement.add(work, type);
    definition.attributes().forEach(attribute -> add(work, type.oid(), attribute));
  }

  private static UserType.Composite now(Work work, int oid) {
    return work.get(oid, UserType.Composite.class).orElseThrow();
  }

  private static void add(Work work, int oid, TableElement.Column attribute) {
    UserType.Composite type = now(work, oid);
    if (attribute(type, attribute.name()).isPresent()) {
      NotFound.taken(work, "42701", "attribute", attribute.name(), "");
      return;
    }
    int number = type.attributes().stream().mapToInt(Column::number).max().orElse(0) + 1;
    Optional<Types.Found> found = attribute.type().map(new Types(work)::find);
    if (found.filter(f -> isWithin(work, oid, f.type())).isPresent()) {
      ofItself(work, type);
      return;
    }
    Column column =
        Column.of(number, attribute.name(), found.map(Types.Found::type).orElse(TypeRef.UNKNOWN))
            .withType(
                found.map(Types.Found::type).orElse(TypeRef.UNKNOWN),
                attribute.collation().map(QualifiedName::sql).orElse(""));
    List<Column> attributes = new ArrayList<>(type.attributes());
    attributes.add(column);
    work.put(type.withAttributes(attributes));
    found
        .flatMap(Types.Found::needs)
        .ifPresent(needed -> work.depend(new Ref(oid, number), needed, Dependency.Type.NORMAL));
  }

  private static Optional<Column> attribute(UserType.Composite type, String name) {
    return type.attributes().stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** One action on an attribute; whether it is one. */
  static boolean alter(Work work, UserType.Composite type, TableAction action) {
    List<Table> typed =
        work.schema().all(Table.class).stream()
            .filter(table -> table.ofType() == type.oid())
            .toList();
    if (!typed.isEmpty()) {
      work.unproven("what becomes of the tables of the type `%s`".formatted(type.name()));
      typed.forEach(table -> doubtColumns(work, table.oid()));
      Work tried = work.trial();
      boolean known = change(tried, type, action);
      if (!tried.hasProblems()) {
        work.take(tried);
      }
      return known;
    }
    return change(work, type, action);
  }

  private static void doubtColumns(Work work, int table) {
    work.put(work.table(table).incomplete());
    work.schema().children(table).forEach(heir -> doubtColumns(work, heir.oid()));
  }

  private static boolean change(Work work, UserType.Composite type, TableAction action) {
    if (action instanceof TableAction.AddColumn add) {
      add(work, type.oid(), add.definition());
    } else if (action instanceof TableAction.DropColumn drop) {
      find(work, type, drop.column(), drop.ifExists())
          .ifPresent(a -> Drops.drop(work, new Ref(type.oid(), a.number()), drop.cascade()));
    } else if (action instanceof TableAction.RenameColumn rename) {
      find(work, type, rename.from(), false).ifPresent(a -> rename(work, type, a, rename.to()));
    } else if (action instanceof TableAction.AlterType change) {
      find(work, type, change.column(), false).ifPresent(a -> retype(work, type.oid(), a, change));
    } else {
      return false;
    }
    return true;
  }

  private static void rename(Work work, UserType.Composite type, Column attribute, String to) {
    if (attribute(now(work, type.oid()), to).isPresent()) {
      NotFound.taken(work, "42701", "attribute", to, "");
      return;
    }
    exchange(work, type.oid(), attribute.withName(to));
  }

  private static void retype(Work work, int oid, Column attribute, TableAction.AlterType change) {
    Ref ref = new Ref(oid, attribute.number());
    for (Dependency need : work.schema().needs(oid)) {
      if (need.dependent().equals(ref)) {
        work.set(work.schema().without(need));
      }
    }
    Types.Found found = new Types(work).find(change.type());
    if (isWithin(work, oid, found.type())) {
      ofItself(work, now(work, oid));
      return;
    }
    Optional<String> column = holder(work, oid);
    if (column.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the composite type `%s` cannot change while %s holds it"
              .formatted(now(work, oid).name(), column.get()),
          "");
      return;
    }
    exchange(
        work,
        oid,
        attribute.withType(found.type(), change.collation().map(QualifiedName::sql).orElse("")));
    found.needs().ifPresent(needed -> work.depend(ref, needed, Dependency.Type.NORMAL));
  }

  /** Whether values of a type hold values of a composite type. */
  private static boolean isWithin(Work work, int composite, TypeRef type) {
    return type.oid() == composite
        || work.get(type.oid(), UserType.Composite.class).stream()
            .flatMap(other -> other.attributes().stream())
            .anyMatch(attribute -> isWithin(work, composite, attribute.type()))
        || work.get(type.oid(), UserType.Domain.class)
            .filter(domain -> isWithin(work, composite, domain.base()))
            .isPresent();
  }

  /** A column with rows in which there are values of a type, be it within others. */
  static Optional<String> holder(Work work, int type) {
    for (int oid : work.schema().dependentsOf(type)) {
      CatalogObject user = work.schema().get(oid).orElseThrow();
      Optional<String> holder =
          user instanceof Relation relation
              ? column(relation, type)
              : user instanceof UserType other && isOf(other, type)
                  ? holder(work, oid)
                  : Optional.empty();
      if (holder.isPresent()) {
        return holder;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> column(Relation relation, int type) {
    boolean rows = relation instanceof Table || (relation instanceof View v && v.materialized());
    return relation.columns().stream()
        .filter(column -> rows && column.type().oid() == type)
        .findFirst()
        .map(column -> "column `%s` of `%s`".formatted(column.name(), relation.name()));
  }

  private static boolean isOf(UserType other, int type) {
    return (other instanceof UserType.Domain domain && domain.base().oid() == type)
        || (other instanceof UserType.Composite composite
            && composite.attributes().stream().anyMatch(a -> a.type().oid() == type));
  }

  private static void ofItself(Work work, UserType.Composite type) {
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42P16",
        "the composite type `%s` would hold itself".formatted(type.name()),
        "");
  }

  private static void exchange(Work work, int oid, Column changed) {
    UserType.Composite type = now(work, oid);
    work.put(
        type.withAttributes(
            type.attributes().stream()
                .map(a -> a.number() == changed.number() ? changed : a)
                .toList()));
  }

  private static Optional<Column> find(
      Work work, UserType.Composite type, String name, boolean mayBeAbsent) {
    Optional<Column> found = attribute(now(work, type.oid()), name);
    if (found.isEmpty() && !mayBeAbsent && !work.schema().unsure(type)) {
      NotFound.column(work, name, type.attributes().stream().map(Column::name).toList());
    }
    return found;
  }
}
