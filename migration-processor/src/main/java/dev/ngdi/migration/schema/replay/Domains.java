package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;

/** Domains, their defaults and their constraints. */
final class Domains {
  /** From this version on {@code NOT NULL} of a domain is a constraint with a name. */
  private static final int NAMED_NOT_NULL = 17;

  private final Work work;
  private final int oid;

  private Domains(Work work, int oid) {
    this.work = work;
    this.oid = oid;
  }

  static void create(Work work, Statement.CreateObject statement, Definition.Domain definition) {
    Types.Found base = new Types(work).find(definition.type());
    Optional<UserTypes.Place> place = UserTypes.place(work, statement.name());
    if (place.isEmpty()) {
      return;
    }
    Domains domain = new Domains(work, place.get().oid());
    Placement.add(
        work,
        new UserType.Domain(
            place.get().oid(),
            place.get().scope(),
            statement.name().name(),
            base.type(),
            definition.collation().map(QualifiedName::sql).orElse(""),
            false,
            Optional.empty()));
    Ref ref = Ref.to(place.get().oid());
    base.needs().ifPresent(needed -> work.depend(ref, needed, Dependency.Type.NORMAL));
    definition.defaultValue().ifPresentOrElse(domain::setDefault, domain::takeDefault);
    definition.constraints().forEach(domain::add);
  }

  /** One action on a domain; whether it is one. */
  static boolean alter(Work work, UserType.Domain type, TableAction action) {
    return new Domains(work, type.oid()).alter(action);
  }

  private UserType.Domain now() {
    return work.get(oid, UserType.Domain.class).orElseThrow();
  }

  private boolean alter(TableAction action) {
    if (action instanceof TableAction.SetDefault set) {
      setDefault(set.value());
    } else if (action instanceof TableAction.DropDefault) {
      forgetDefault();
    } else if (action instanceof TableAction.SetNotNull) {
      if (!now().notNull() && !isWithinOthers()) {
        notNull(Optional.empty());
      }
    } else if (action instanceof TableAction.DropNotNull) {
      work.put(now().withNotNull(false));
      work.schema().of(oid, Constraint.class).stream()
          .filter(constraint -> constraint.type() == ConstraintDefinition.Kind.NOT_NULL)
          .forEach(constraint -> Drops.drop(work, Ref.to(constraint.oid()), true));
    } else if (action instanceof TableAction.AddConstraint add) {
      add(add.constraint());
    } else if (action instanceof TableAction.DropConstraint drop) {
      find(drop.name(), drop.ifExists()).ifPresent(constraint -> drop(constraint, drop.cascade()));
    } else if (action instanceof TableAction.RenameConstraint rename) {
      find(rename.from(), false).ifPresent(constraint -> rename(constraint, rename.to()));
    } else if (action instanceof TableAction.ValidateConstraint validate) {
      find(validate.name(), false).ifPresent(this::validate);
    } else {
      return false;
    }
    return true;
  }

  private void validate(Constraint constraint) {
    if (constraint.type() != ConstraintDefinition.Kind.CHECK) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "the constraint `%s` of `%s` is no check".formatted(constraint.name(), now().name()),
          "");
    } else if (!isWithinOthers()) {
      work.put(constraint.withState(constraint.state().withValidated(true)));
    }
  }

  private void setDefault(Fragment value) {
    forgetDefault();
    Resolution resolved = Queries.resolve(work, value);
    work.put(now().withDefault(Optional.of(resolved.bound())));
    resolved.depend(work, Ref.to(oid));
  }

  /** What the domain that it is made of has as its default now is its own from now on. */
  private void takeDefault() {
    TypeRef type = now().base();
    Optional<UserType.Domain> base =
        type.dimensions() > 0 ? Optional.empty() : work.get(type.oid(), UserType.Domain.class);
    if (base.filter(domain -> domain.defaultValue().isPresent()).isEmpty()) {
      return;
    }
    work.put(now().withDefault(base.get().defaultValue()));
    for (Dependency need : work.schema().needs(type.oid())) {
      if (isOfDefault(base.get(), need)) {
        work.depend(Ref.to(oid), need.referenced(), need.type());
      }
    }
  }

  private void forgetDefault() {
    UserType.Domain domain = now();
    work.put(domain.withDefault(Optional.empty()));
    for (Dependency need : work.schema().needs(oid)) {
      if (isOfDefault(domain, need)) {
        work.set(work.schema().without(need));
      }
    }
  }

  private boolean isOfDefault(UserType.Domain domain, Dependency need) {
    int needed = need.referenced().oid();
    return needed != domain.scope()
        && needed != domain.base().oid()
        && work.get(needed, Extension.class).isEmpty();
  }

  /** Whether arrays or composite types of it are in use, whose values nobody looks through. */
  private boolean isWithinOthers() {
    boolean within =
        work.schema().all(Table.class).stream()
            .flatMap(table -> table.columns().stream())
            .anyMatch(column -> isWithin(column.type()));
    if (within) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "columns have arrays or composite types of `%s`, whose values cannot be checked"
              .formatted(now().name()),
          "");
    }
    return within;
  }

  private boolean isWithin(TypeRef type) {
    boolean array = type.oid() == oid && type.dimensions() > 0;
    return array
        || work.get(type.oid(), UserType.Composite.class).stream()
            .flatMap(composite -> composite.attributes().stream())
            .anyMatch(a -> a.type().oid() == oid || isWithin(a.type()));
  }

  private void add(ConstraintDefinition definition) {
    if (!definition.state().notValid() && isWithinOthers()) {
      return;
    }
    if (definition.kind() == ConstraintDefinition.Kind.NOT_NULL) {
      notNull(definition.name());
      return;
    }
    String name = name(definition.name(), "check");
    if (name.isEmpty()) {
      return;
    }
    Optional<Resolution> asked =
        definition
            .expression()
            .map(expression -> Queries.resolve(work, expression, List.of(value())));
    Constraint constraint =
        new Constraint(
            work.newOid(),
            oid,
            name,
            definition.kind(),
            List.of(),
            asked.map(Resolution::bound),
            Optional.empty(),
            0,
            new Constraint.State(false, false, !definition.state().notValid(), true, false),
            0,
            true);
    work.put(constraint);
    work.depend(Ref.to(constraint.oid()), Ref.to(oid), Dependency.Type.AUTO);
    asked.ifPresent(resolution -> resolution.depend(work, Ref.to(constraint.oid())));
  }

  /** What a check can use: {@code VALUE}. */
  private Relation value() {
    return new Table(
        0,
        0,
        "",
        Table.Persistence.PERMANENT,
        List.of(Column.of(1, "value", now().base())),
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        "",
        Settings.NONE);
  }

  private void notNull(Optional<String> given) {
    work.put(now().withNotNull(true));
    if (work.schema().postgres() < NAMED_NOT_NULL) {
      return;
    }
    String name = name(given, "not_null");
    if (name.isEmpty()) {
      return;
    }
    Constraint constraint =
        new Constraint(
            work.newOid(),
            oid,
            name,
            ConstraintDefinition.Kind.NOT_NULL,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            Constraint.State.USUAL,
            0,
            true);
    work.put(constraint);
    work.depend(Ref.to(constraint.oid()), Ref.to(oid), Dependency.Type.AUTO);
  }

  private String name(Optional<String> given, String label) {
    UserType.Domain domain = now();
    if (given.isEmpty()) {
      return ChosenNames.constraint(
          work.schema(), domain.scope(), domain.name(), "", label, List.of());
    }
    if (work.schema().constraint(oid, given.get()).present()) {
      NotFound.taken(work, "42710", "constraint", given.get(), "");
      return "";
    }
    return given.get();
  }

  private Optional<Constraint> find(String name, boolean mayBeAbsent) {
    Lookup<Constraint> found = work.schema().constraint(oid, name);
    if (found.absent() && !mayBeAbsent) {
      List<String> known =
          work.schema().of(oid, Constraint.class).stream().map(Constraint::name).toList();
      NotFound.object(work, "42704", "constraint", name, known);
    }
    return found.found();
  }

  private void drop(Constraint constraint, boolean cascade) {
    if (constraint.type() == ConstraintDefinition.Kind.NOT_NULL) {
      work.put(now().withNotNull(false));
    }
    Drops.drop(work, Ref.to(constraint.oid()), cascade);
  }

  private void rename(Constraint constraint, String to) {
    if (work.schema().constraint(oid, to).present()) {
      NotFound.taken(work, "42710", "constraint", to, "");
    } else {
      work.put(constraint.withName(to));
    }
  }
}
