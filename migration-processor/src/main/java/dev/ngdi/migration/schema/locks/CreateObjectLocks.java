package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code CREATE} of anything but a table or an index: what it belongs to and what it names. */
final class CreateObjectLocks {
  private final Taken taken;
  private final RowLocks rows;

  CreateObjectLocks(Taken taken) {
    this.taken = taken;
    this.rows = new RowLocks(taken);
  }

  void create(Statement.CreateObject create) {
    Definition definition = create.definition();
    if (definition instanceof Definition.View view) {
      view(create, view);
    } else if (definition instanceof Definition.Sequence sequence) {
      sequence.options().ownedBy().filter(path -> path.size() > 1).ifPresent(this::owner);
    } else if (definition instanceof Definition.Trigger trigger) {
      trigger.from().ifPresent(from -> lock(from, LockMode.ACCESS_SHARE));
      create.on().ifPresent(on -> trigger(on, trigger.forEachRow()));
    } else if (definition instanceof Definition.Policy policy) {
      create.on().ifPresent(on -> lock(on, LockMode.ACCESS_EXCLUSIVE));
      Stream.concat(policy.using().stream(), policy.withCheck().stream()).forEach(rows::mention);
    } else if (definition instanceof Definition.Rule rule) {
      create.on().ifPresent(on -> lock(on, LockMode.ACCESS_EXCLUSIVE));
      rows.mention(rule.action());
    } else if (definition instanceof Definition.Routine routine) {
      routine(routine);
    } else if (definition instanceof Definition.Statistics statistics) {
      lock(statistics.table(), LockMode.SHARE_UPDATE_EXCLUSIVE);
    } else if (definition instanceof Definition.Namespace namespace) {
      namespace.elements().forEach(this::element);
    } else if (create.kind().equals("PUBLICATION")
        && definition instanceof Definition.Other publication) {
      new PublicationLocks(taken).create(publication.sql());
    }
  }

  private void view(Statement.CreateObject create, Definition.View view) {
    boolean materialized = create.kind().equals("MATERIALIZED VIEW");
    boolean there = taken.before().inRelations(create.name()).found().isPresent();
    if (there && create.ifNotExists()) {
      return;
    }
    if (there && create.orReplace()) {
      lock(create.name(), LockMode.ACCESS_EXCLUSIVE);
    }
    Fragment query = view.query();
    if (materialized && view.withData()) {
      rows.read(query);
    } else {
      rows.mention(query);
    }
  }

  private void trigger(QualifiedName on, boolean forEachRow) {
    Optional<CatalogObject> table = taken.relation(on);
    if (table.isPresent()) {
      int oid = table.get().oid();
      boolean clones = forEachRow && taken.partitioned(oid);
      taken.lock(clones ? taken.family(oid) : Set.of(oid), LockMode.SHARE_ROW_EXCLUSIVE);
    } else {
      taken.unproven("`%s` is not known".formatted(on.sql()));
    }
  }

  /** A body in SQL is read by the server, names and all, unless that is switched off. */
  private void routine(Definition.Routine routine) {
    routine.names().ifPresent(rows::mention);
    if (routine.language().equals("sql") && !routine.atomic()) {
      for (Statement statement : Script.parse(routine.body()).statements()) {
        if (statement instanceof Statement.Query query) {
          rows.mention(query.names());
        } else if (statement instanceof Statement.ChangeRows change) {
          rows.mention(change.names());
        }
      }
    }
  }

  private void element(Statement element) {
    LockEffect effect = Locks.of(taken.before(), taken.after(), element, taken.postgres());
    effect.relations().forEach(lock -> taken.lock(lock.oid(), lock.mode()));
    effect.unproven().forEach(taken::unproven);
  }

  private void owner(List<String> path) {
    int last = path.size() - 1;
    Optional<String> schema = last > 1 ? Optional.of(path.get(last - 2)) : Optional.empty();
    lock(new QualifiedName(schema, path.get(last - 1)), LockMode.ACCESS_SHARE);
  }

  private void lock(QualifiedName name, LockMode mode) {
    Optional<CatalogObject> object = taken.relation(name);
    object.ifPresent(o -> taken.lock(o.oid(), mode));
    if (object.isEmpty()) {
      taken.unproven("`%s` is not known".formatted(name.sql()));
    }
  }
}
