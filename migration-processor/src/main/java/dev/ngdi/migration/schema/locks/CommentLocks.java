package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is said about objects without a change of them, and what only the server can tell. */
final class CommentLocks {
  private static final Set<String> RELATIONS =
      Set.of("TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "INDEX", "COLUMN");
  private static final Set<String> MEMBERS = Set.of("CONSTRAINT", "TRIGGER", "POLICY", "RULE");
  private static final Set<String> OPAQUE =
      Set.of("DO", "CALL", "EXECUTE", "EXPLAIN", "DROP OWNED", "REASSIGN OWNED");

  private final Taken taken;

  CommentLocks(Taken taken) {
    this.taken = taken;
  }

  /** Whether a statement locks nothing but what the statements lock that it runs. */
  static boolean onlyRunsOthers(Statement statement) {
    return statement instanceof Statement.DoBlock || statement.command().equals("CALL");
  }

  void comment(Statement.Comment comment) {
    if (RELATIONS.contains(comment.kind())) {
      Optional<CatalogObject> object = taken.relation(comment.name());
      object.ifPresent(o -> taken.lock(o.oid(), LockMode.SHARE_UPDATE_EXCLUSIVE));
    } else if (MEMBERS.contains(comment.kind()) && !comment.onDomain()) {
      Optional<CatalogObject> table = comment.on().flatMap(taken::relation);
      table.ifPresent(t -> taken.lock(t.oid(), LockMode.ACCESS_SHARE));
    }
  }

  void grant(Statement.Grant grant) {
    if (taken.postgres() >= 18 && grant.kind().equals("TABLE")) {
      grant.objects().stream()
          .flatMap(name -> taken.relation(name).stream())
          .forEach(table -> taken.lock(table.oid(), LockMode.ACCESS_SHARE));
    }
  }

  void other(Statement statement) {
    boolean opaque =
        OPAQUE.contains(statement.command())
            || OPAQUE.stream()
                .anyMatch(c -> statement.oneLine().toUpperCase(Locale.ROOT).startsWith(c + " "));
    if (opaque) {
      taken.unproven("what `%s` locks is not known".formatted(statement.command()));
    }
  }
}
