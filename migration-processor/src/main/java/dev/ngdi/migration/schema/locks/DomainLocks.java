package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;

/** {@code ALTER DOMAIN}: the tables that use a domain are read when it refuses more. */
final class DomainLocks {
  private final Taken taken;

  DomainLocks(Taken taken) {
    this.taken = taken;
  }

  void alter(int domain, List<ObjectAction> actions) {
    for (ObjectAction action : actions) {
      if (action instanceof ObjectAction.LikeTable like && checks(domain, like.action())) {
        Domains.madeOf(taken.before(), domain).forEach(this::readTables);
      }
    }
  }

  private boolean checks(int domain, TableAction action) {
    Schema before = taken.before();
    boolean notNull =
        before.get(domain, UserType.Domain.class).filter(UserType.Domain::notNull).isPresent();
    if (action instanceof TableAction.SetNotNull) {
      return !notNull;
    }
    if (action instanceof TableAction.AddConstraint add) {
      boolean already = notNull && add.constraint().kind() == ConstraintDefinition.Kind.NOT_NULL;
      return !already && !add.constraint().state().notValid();
    }
    if (action instanceof TableAction.ValidateConstraint validate) {
      Optional<Constraint> constraint = before.constraint(domain, validate.name()).found();
      return constraint.filter(c -> c.state().validated()).isEmpty();
    }
    return false;
  }

  private void readTables(int domain) {
    taken.before().dependents(Ref.to(domain)).stream()
        .map(Dependency::dependent)
        .filter(ref -> ref.column() > 0)
        .flatMap(ref -> taken.before().get(ref.oid(), Relation.class).stream())
        .forEach(this::read);
    taken.before().all(View.class).stream()
        .filter(View::materialized)
        .filter(view -> view.columns().stream().anyMatch(c -> c.type().oid() == domain))
        .forEach(this::read);
  }

  private void read(Relation relation) {
    boolean stores =
        relation instanceof View view
            ? view.materialized()
            : relation instanceof Table table && table.partitionBy().isEmpty();
    if (stores) {
      taken.lock(relation.oid(), LockMode.SHARE);
      taken.scan(relation.oid());
    }
  }
}
