package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import java.util.ArrayList;
import java.util.List;

/** The statements that change what is there still back to what it was, under its old names. */
final class KeptChanges {
  private KeptChanges() {}

  static List<String> of(Change change, CatalogObject was, CatalogObject is) {
    List<String> statements = new ArrayList<>(ofKind(change, was, is));
    statements.addAll(AccessChanges.of(change, was, is));
    return statements;
  }

  private static List<String> ofKind(Change change, CatalogObject was, CatalogObject is) {
    Schema before = change.before();
    if (was instanceof Table old && is instanceof Table now) {
      return TableChanges.of(change, old, now);
    } else if (was instanceof View old && is instanceof View now) {
      return ViewChanges.of(change, old, now);
    } else if (was instanceof Routine old && is instanceof Routine now) {
      return RoutineChanges.of(change, old, now);
    } else if (was instanceof UserType old && is instanceof UserType now) {
      return TypeChanges.of(change, old, now);
    } else if (was instanceof Index old && is instanceof Index now) {
      String alter = "ALTER INDEX " + Written.name(before, was.oid());
      return SettingsChanges.options(alter, old.settings(), now.settings());
    } else if (was instanceof Constraint old && is instanceof Constraint now) {
      return ofConstraint(before, old, now);
    } else if (was instanceof ColumnDefault old && is instanceof ColumnDefault now) {
      return ofDefault(change, old, now);
    } else if (was instanceof Sequence old && is instanceof Sequence now) {
      return ofSequence(change, old, now);
    } else if (was instanceof Policy old && is instanceof Policy now) {
      return PolicyChanges.of(change, old, now);
    } else if (was instanceof Trigger old && is instanceof Trigger now) {
      return old.state() == now.state() ? List.of() : List.of(MemberDdl.state(before, old));
    } else if (was instanceof RewriteRule old && is instanceof RewriteRule now) {
      return ofRule(before, old, now);
    }
    return was instanceof Extension old && is instanceof Extension now
        ? ofExtension(before, old, now)
        : List.of();
  }

  private static List<String> ofRule(Schema before, RewriteRule was, RewriteRule is) {
    if (!was.withName(is.name()).withState(is.state()).equals(is)) {
      return MemberDdl.create(before, was, true);
    }
    return was.state() == is.state() ? List.of() : List.of(MemberDdl.state(before, was));
  }

  private static List<String> ofExtension(Schema before, Extension was, Extension is) {
    List<String> statements = new ArrayList<>();
    if (!was.version().equals(is.version()) && !was.version().isEmpty()) {
      statements.add("ALTER EXTENSION " + Written.own(was) + " UPDATE TO " + OtherDdl.version(was));
    }
    if (was.namespace() != is.namespace()) {
      statements.add(
          "ALTER EXTENSION "
              + Written.own(was)
              + " SET SCHEMA "
              + Written.name(before, was.namespace()));
    }
    return statements;
  }

  private static List<String> ofConstraint(Schema before, Constraint was, Constraint is) {
    List<String> statements = new ArrayList<>();
    Constraint.State old = was.state();
    Constraint.State now = is.state();
    String alter = ConstraintDdl.alter(before, was, false);
    if (old.deferrable() != now.deferrable()
        || old.initiallyDeferred() != now.initiallyDeferred()) {
      statements.add(
          alter
              + " ALTER CONSTRAINT "
              + Written.own(was)
              + (old.deferrable() ? " DEFERRABLE" : " NOT DEFERRABLE")
              + (old.initiallyDeferred() ? " INITIALLY DEFERRED" : ""));
    }
    if (old.validated() && !now.validated() && old.enforced()) {
      statements.add(alter + " VALIDATE CONSTRAINT " + Written.own(was));
    }
    return statements;
  }

  private static List<String> ofDefault(Change change, ColumnDefault was, ColumnDefault is) {
    boolean remade = change.recreatedColumns().contains(new Ref(was.scope(), was.column()));
    if (was.expression().equals(is.expression()) || remade) {
      return List.of();
    }
    Schema before = change.before();
    boolean computed =
        before
            .get(was.scope(), Table.class)
            .flatMap(table -> table.column(was.column()))
            .filter(column -> column.generated() != Column.Generated.NONE)
            .isPresent();
    return List.of(
        computed ? ColumnDdl.setExpression(before, was) : ColumnDdl.setDefault(before, was));
  }

  private static List<String> ofSequence(Change change, Sequence was, Sequence is) {
    List<String> statements = new ArrayList<>();
    String options = SequenceDdl.change(is.settings(), was.settings());
    if (!options.isEmpty()) {
      statements.add("ALTER SEQUENCE " + Written.name(change.before(), was.oid()) + options);
    }
    if (!was.owner().equals(is.owner()) && !was.identity() && !is.identity()) {
      statements.add(SequenceDdl.own(change.before(), was));
    }
    return statements;
  }
}
