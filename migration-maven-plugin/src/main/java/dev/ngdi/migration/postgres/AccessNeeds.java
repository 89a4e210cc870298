package dev.ngdi.migration.postgres;

import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** What maintenance, comments, grants and a change of role need. */
final class AccessNeeds {
  private final StatementNeeds needs;

  AccessNeeds(StatementNeeds needs) {
    this.needs = needs;
  }

  void maintain(Statement.Maintenance maintenance) {
    switch (maintenance.command()) {
      case "REFRESH MATERIALIZED VIEW", "CLUSTER" ->
          maintenance.targets().forEach(target -> needs.need(target, Right.MAINTAIN));
      case "REINDEX" -> reindex(maintenance);
      case "LOCK TABLE" ->
          maintenance.targets().forEach(target -> needs.need(target, lock(maintenance.mode())));
      default -> {}
    }
  }

  private void reindex(Statement.Maintenance maintenance) {
    if (Set.of("TABLE", "INDEX").contains(maintenance.kind())) {
      maintenance.targets().forEach(target -> needs.need(target, Right.MAINTAIN));
    } else if (maintenance.kind().equals("SCHEMA")) {
      maintenance.targets().forEach(target -> needs.need(Kind.SCHEMA, target, Right.MAINTAIN));
    }
  }

  private static Right lock(String mode) {
    return switch (mode) {
      case "ACCESS SHARE" -> Right.LOCK_ACCESS_SHARE;
      case "ROW SHARE" -> Right.LOCK_ROW_SHARE;
      case "ROW EXCLUSIVE" -> Right.LOCK_ROW_EXCLUSIVE;
      default -> Right.LOCK;
    };
  }

  void comment(Statement.Comment comment) {
    switch (comment.kind()) {
      case "TABLE", "COLUMN", "INDEX", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE" ->
          needs.need(comment.name(), Right.OWNER);
      case "CONSTRAINT", "TRIGGER", "POLICY", "RULE" -> {
        if (!comment.onDomain()) {
          comment.on().ifPresent(table -> needs.need(table, Right.OWNER));
        }
      }
      default ->
          ObjectNeeds.kind(comment.kind())
              .ifPresent(kind -> needs.need(kind, comment.name(), Right.OWNER));
    }
  }

  void grant(Statement.Grant grant) {
    Optional<Kind> kind =
        switch (grant.kind()) {
          case "TABLE", "SEQUENCE" -> Optional.of(Kind.RELATION);
          default -> ObjectNeeds.kind(grant.kind());
        };
    if (grant.kind().endsWith("IN SCHEMA")) {
      grant.objects().forEach(place -> needs.make(Kind.SCHEMA, place));
    }
    if (kind.isEmpty()) {
      return;
    }
    boolean ofColumns = grant.privileges().stream().anyMatch(p -> !p.columns().isEmpty());
    for (QualifiedName name : grant.objects()) {
      if (!ofColumns && kind.get() != Kind.TYPE) {
        needs.need(kind.get(), name, Right.GRANT);
      }
      needs.make(kind.get(), name);
    }
  }

  void set(Statement.SetParameter set) {
    if (set.name().equals("role")) {
      set.values().stream().filter(role -> !role.equalsIgnoreCase("none")).forEach(needs::become);
    }
  }

  void defaults(Statement.DefaultPrivileges defaults) {
    defaults.makers().forEach(role -> needs.need(Kind.ROLE, QualifiedName.of(role), Right.MEMBER));
  }
}
