package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names a migration after what its SQL does. */
final class NameProposal {
  private static final int LEAST_WORDS = 3;
  private static final Set<String> FILLERS =
      Set.of("a", "an", "and", "for", "in", "of", "on", "that", "the", "which", "with");
  private static final int MAX_NAME = MigrationName.MAX_BYTES - "V20261122103700__".length();

  private NameProposal() {}

  /** The class to declare for a version and a name in snake case. */
  static String declaration(String version, String name) {
    return "final class V" + version + "__" + name;
  }

  /** A name for the up script: {@code add_app_user_role_field}; empty if it says too little. */
  static Optional<String> of(Subject subject) {
    return subject.up().flatMap(script -> of(script, subject.type()));
  }

  /** A name for a script. */
  static Optional<String> of(Script script, MigrationType type) {
    return script.statements().stream()
        .filter(statement -> !isGuard(statement, script))
        .map(statement -> words(statement, type))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .flatMap(words -> fit(Words.of(String.join("_", words))));
  }

  /** Whether it only removes what a failed attempt to build an index may have left. */
  private static boolean isGuard(Statement statement, Script script) {
    return script.all(Statement.CreateIndex.class).stream()
        .anyMatch(index -> IndexSql.isGuard(statement, index));
  }

  /** The name for words of which some may have to go: repeated, or too many. */
  static Optional<String> fit(List<String> words) {
    List<String> kept = new ArrayList<>();
    for (String word : words) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(word)) {
        kept.add(word);
      }
    }
    if (isTooLong(kept)) {
      kept.removeIf(FILLERS::contains);
    }
    while (kept.size() > LEAST_WORDS && isTooLong(kept)) {
      kept.remove(kept.size() - 1);
    }
    return MigrationName.parse("V20000101000000__" + String.join("_", kept))
        .map(MigrationName::name);
  }

  private static boolean isTooLong(List<String> words) {
    return String.join("_", words).length() > MAX_NAME;
  }

  private static List<String> words(Statement statement, MigrationType type) {
    if (statement instanceof Statement.CreateTable create) {
      return List.of("create", create.table().name(), "table");
    } else if (statement instanceof Statement.CreateIndex create) {
      String index = create.name().map(QualifiedName::name).orElse(create.table().name());
      return List.of("add", stem(index), "index");
    } else if (statement instanceof Statement.DropIndex drop) {
      return List.of("remove", stem(drop.names().get(0).name()), "index");
    } else if (statement instanceof Statement.CreateObject create) {
      return List.of(
          create.orReplace() ? "replace" : "create", create.name().name(), kind(create.kind()));
    } else if (statement instanceof Statement.DropObject drop) {
      return List.of("remove", drop.names().get(0).name(), kind(drop.kind()));
    } else if (statement instanceof Statement.AlterObject alter) {
      return alter
          .renamedTo()
          .map(to -> List.of("rename", alter.name().name(), "to", to.name()))
          .orElseGet(
              () ->
                  alter.addsEnumValue()
                      ? List.of("add", alter.name().name(), "value")
                      : List.of("change", alter.name().name(), kind(alter.kind())));
    } else if (statement instanceof Statement.AlterTable alter) {
      return alter.actions().stream()
          .findFirst()
          .map(action -> words(alter.table().name(), action))
          .orElse(List.of());
    } else if (statement instanceof Statement.Maintenance work && work.target().isPresent()) {
      return words(work, work.target().get().name());
    } else if (statement instanceof Statement.ChangeRows change) {
      return List.of(verb(change.command(), type), change.table().name(), "rows");
    } else if (statement instanceof Statement.Maintenance work
        && work.command().equals("REFRESH MATERIALIZED VIEW")) {
      return List.of("refresh", work.targets().get(0).name(), "view");
    }
    return List.of();
  }

  private static List<String> words(String table, TableAction action) {
    if (action instanceof TableAction.AddColumn add) {
      return List.of("add", table, add.column(), "field");
    } else if (action instanceof TableAction.DropColumn drop) {
      return List.of("remove", table, drop.column(), "field");
    } else if (action instanceof TableAction.AddConstraint add) {
      return List.of("add", add.name().orElse(table), "constraint");
    } else if (action instanceof TableAction.DropConstraint drop) {
      return List.of("remove", drop.name(), "constraint");
    } else if (action instanceof TableAction.ValidateConstraint validate) {
      return List.of("validate", validate.name(), "constraint");
    } else if (action instanceof TableAction.SetNotNull set) {
      return List.of("require", table, set.column());
    } else if (action instanceof TableAction.DropNotNull drop) {
      return List.of("relax", table, drop.column());
    } else if (action instanceof TableAction.RenameColumn rename) {
      return List.of("rename", table, rename.from(), "to", rename.to());
    } else if (action instanceof TableAction.RenameConstraint rename) {
      return List.of("rename", rename.from(), "to", rename.to());
    } else if (action instanceof TableAction.RenameTable rename) {
      return List.of("rename", table, "to", rename.to());
    } else if (action instanceof TableAction.AttachPartition attach) {
      return List.of("attach", attach.partition().name(), "partition");
    } else if (action instanceof TableAction.DetachPartition detach) {
      return List.of("detach", detach.partition().name(), "partition");
    }
    return List.of("change", table, "table");
  }

  private static List<String> words(Statement.Maintenance work, String target) {
    return switch (work.command()) {
      case "REFRESH MATERIALIZED VIEW" -> List.of("refresh", target, "view");
      case "REINDEX" -> List.of("rebuild", stem(target), "index");
      case "VACUUM", "ANALYZE", "CLUSTER" -> List.of(kind(work.command()), target, "table");
      default -> List.of();
    };
  }

  private static String verb(String command, MigrationType type) {
    return switch (command) {
      case "INSERT" -> type == MigrationType.SEED ? "seed" : "insert";
      case "COPY" -> "import";
      case "DELETE" -> "delete";
      case "TRUNCATE" -> "truncate";
      default -> "update";
    };
  }

  private static String stem(String index) {
    return index.replaceFirst("_(idx|index|key)$", "");
  }

  private static String kind(String kind) {
    return Words.snake(kind);
  }
}
