package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.NearNames;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Types besides domains and composite types: enums, ranges, base types. */
final class UserTypes {
  private UserTypes() {}

  static void createEnum(
      Work work, Statement.CreateObject statement, Definition.EnumType definition) {
    Set<String> values = new HashSet<>();
    definition.values().stream()
        .filter(value -> !values.add(value))
        .findFirst()
        .ifPresent(value -> NotFound.taken(work, "42710", "value", value, ""));
    place(work, statement.name())
        .ifPresent(
            place ->
                Placement.add(
                    work,
                    new UserType.Enumeration(
                        place.oid(), place.scope(), statement.name().name(), definition.values())));
  }

  static void createRange(
      Work work, Statement.CreateObject statement, Definition.RangeType definition) {
    Optional<Types.Found> subtype = definition.subtype().map(new Types(work)::find);
    Optional<Place> free = place(work, statement.name());
    if (free.isEmpty() || subtype.isEmpty()) {
      return;
    }
    String name = statement.name().name();
    Place place = free.get();
    String named = definition.options().getOrDefault("multirange_type_name", "");
    if (!named.isEmpty() && isTaken(work, place.scope(), multirange(name, definition))) {
      return;
    }
    Settings settings = new Settings(new TreeMap<>(definition.options())).without("subtype");
    Placement.add(
        work, new UserType.Range(place.oid(), place.scope(), name, subtype.get().type(), settings));
    Ref range = Ref.to(place.oid());
    subtype.get().needs().ifPresent(n -> work.depend(range, n, Dependency.Type.NORMAL));
    UserType.Base multirange =
        new UserType.Base(
            work.newOid(), place.scope(), multirange(name, definition), "multirange of " + name);
    Placement.add(work, multirange);
    work.depend(Ref.to(multirange.oid()), range, Dependency.Type.INTERNAL);
  }

  private static boolean isTaken(Work work, int scope, String name) {
    boolean taken =
        work.schema().type(scope, name).present()
            || work.schema()
                .inRelations(scope, name)
                .found()
                .filter(Relation.class::isInstance)
                .isPresent();
    if (taken) {
      NotFound.taken(work, "42710", "type", name, "");
    }
    return taken;
  }

  private static String multirange(String range, Definition.RangeType definition) {
    String named = definition.options().get("multirange_type_name");
    if (named != null) {
      return Casts.name(named).map(QualifiedName::name).orElse(named);
    }
    return range.contains("range")
        ? range.replaceFirst("range", "multirange")
        : range + "_multirange";
  }

  static void createOther(
      Work work, Statement.CreateObject statement, Definition.Other definition) {
    place(work, statement.name())
        .ifPresent(
            place ->
                Placement.add(
                    work,
                    new UserType.Base(
                        place.oid(), place.scope(), statement.name().name(), definition.sql())));
  }

  /** Where a new type goes: in its shell if there is one. */
  record Place(int oid, int scope) {}

  /** Where a new type goes; empty where its name is taken, which is said. */
  static Optional<Place> place(Work work, QualifiedName name) {
    Optional<Integer> scope = new Finder(work).scope(name);
    if (scope.isEmpty()) {
      return Optional.empty();
    }
    Lookup<UserType> there = work.schema().type(scope.get(), name.name());
    boolean shell =
        there
            .found()
            .filter(t -> t instanceof UserType.Base b && b.definition().isEmpty())
            .isPresent();
    if (shell) {
      return there.found().map(type -> new Place(type.oid(), scope.get()));
    }
    boolean relation =
        work.schema()
            .inRelations(scope.get(), name.name())
            .found()
            .filter(object -> object instanceof Relation)
            .isPresent();
    if (there.present()
        || (relation && work.schema().inRelations(scope.get(), name.name()).sure())) {
      NotFound.taken(work, "42710", relation ? "relation, and so a type," : "type", name.sql(), "");
      return Optional.empty();
    }
    if (relation || there.found().isPresent()) {
      work.unproven("whether there is a type `%s`".formatted(name.sql()));
    }
    there.found().ifPresent(type -> Drops.drop(work, Ref.to(type.oid()), true));
    return Optional.of(new Place(work.newOid(), scope.get()));
  }

  /** An action on an enum. */
  static boolean alter(Work work, UserType.Enumeration type, ObjectAction action) {
    if (action instanceof ObjectAction.AddValue add) {
      add(work, type, add);
    } else if (action instanceof ObjectAction.RenameValue rename) {
      rename(work, type, rename);
    } else {
      return false;
    }
    return true;
  }

  private static void add(Work work, UserType.Enumeration type, ObjectAction.AddValue add) {
    if (type.values().contains(add.value())) {
      if (!add.ifNotExists()) {
        NotFound.taken(
            work,
            "42710",
            "value",
            add.value(),
            "ALTER TYPE %s ADD VALUE IF NOT EXISTS".formatted(type.name()));
      }
      return;
    }
    List<String> values = new ArrayList<>(type.values());
    if (add.neighbour().isEmpty()) {
      values.add(add.value());
    } else {
      int place = values.indexOf(add.neighbour().get());
      if (place < 0) {
        noValue(work, type, add.neighbour().get());
        place = values.size();
      } else if (!add.before()) {
        place++;
      }
      values.add(place, add.value());
    }
    work.put(type.withValues(values));
  }

  private static void rename(
      Work work, UserType.Enumeration type, ObjectAction.RenameValue rename) {
    if (!type.values().contains(rename.from())) {
      noValue(work, type, rename.from());
    } else if (type.values().contains(rename.to())) {
      NotFound.taken(work, "42710", "value", rename.to(), "");
    } else {
      work.put(
          type.withValues(
              type.values().stream()
                  .map(value -> value.equals(rename.from()) ? rename.to() : value)
                  .toList()));
      renameInDefaults(work, type, rename);
    }
  }

  /** A default keeps the value, whatever it is called. */
  private static void renameInDefaults(
      Work work, UserType.Enumeration type, ObjectAction.RenameValue rename) {
    String before = "'" + rename.from().replace("'", "''") + "'";
    for (Dependency dependency : work.schema().dependents(Ref.to(type.oid()))) {
      Ref column = dependency.dependent();
      Optional<ColumnDefault> value =
          work.get(column.oid(), Table.class)
              .flatMap(table -> table.column(column.column()))
              .flatMap(work.schema()::defaultOf)
              .filter(v -> v.expression().sql().equals(before));
      value.ifPresent(
          v ->
              work.put(
                  new ColumnDefault(
                      v.oid(),
                      v.scope(),
                      v.column(),
                      Bound.constant("'" + rename.to().replace("'", "''") + "'"))));
    }
  }

  private static void noValue(Work work, UserType.Enumeration type, String value) {
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "22023",
        "there is no value `%s` in `%s`".formatted(value, type.name()),
        String.join(
            ", ",
            NearNames.nearest(value, type.values()).stream().map(v -> "`" + v + "`").toList()));
  }
}
