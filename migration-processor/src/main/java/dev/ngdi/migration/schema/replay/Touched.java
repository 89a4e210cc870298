package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.DynamicSql;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What steps may change that may run or not. */
final class Touched {
  /** What changes rows, rights and settings only. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\s*(select|insert|update|delete|with|values|perform|grant|revoke|comment|set|reset"
              + "|analyze|vacuum|refresh|notify|listen|lock|truncate|copy|show|reindex|cluster|merge"
              + "|alter\\s+(database|role|user|system|default)|(create|drop)\\s+(role|user|group))"
              + "\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NAMED =
      Pattern.compile(
          "\\s*(?:create(?:\\s+or\\s+replace)?|alter|drop)\\s+(?:table|view|materialized\\s+view"
              + "|sequence|index|function|type|domain|foreign\\s+table)\\s+(?:concurrently\\s+)?"
              + "(?:if\\s+(?:not\\s+)?exists\\s+)?(?:only\\s+)?(?:\\w+\\.)?(\\w+)[\\s(;].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Set<String> names = new TreeSet<>();
  private boolean everything;

  private Touched() {}

  static Touched by(List<BlockStep> steps) {
    Touched touched = new Touched();
    steps.forEach(touched::add);
    return touched;
  }

  /** Whether they can change anything at all. */
  boolean anything() {
    return everything || !names.isEmpty();
  }

  /**
   * Makes unsure what they can change.
   *
   * @param dynamic what SQL can name that is put together; empty where that can be anything
   */
  void mark(Work work, String reason, Optional<DynamicSql> dynamic) {
    if (!anything()) {
      return;
    }
    work.unproven(reason);
    Schema schema = work.schema();
    if (everything && dynamic.isEmpty()) {
      work.set(schema.withEverythingUnsure());
      return;
    }
    work.set(schema.withUnsure(names));
    if (everything) {
      work.set(
          work.schema()
              .withUnsure(names(schema, dynamic.get().words()))
              .withUnsureParts(names(schema, dynamic.get().parts())));
    }
  }

  /** A schema's name is only where something is; a schema itself stays as it is. */
  private static List<String> names(Schema schema, Set<String> names) {
    return names.stream().filter(name -> schema.namespace(name).found().isEmpty()).toList();
  }

  private void add(BlockStep step) {
    if (step instanceof BlockStep.Sql sql) {
      add(sql.statement());
    } else if (step instanceof BlockStep.Execute execute) {
      add(execute);
    } else if (step instanceof BlockStep.Choice choice) {
      choice.branches().forEach(branch -> branch.steps().forEach(this::add));
    } else if (step instanceof BlockStep.Loop loop) {
      loop.steps().forEach(this::add);
    } else if (step instanceof BlockStep.Nested nested) {
      nested.steps().forEach(this::add);
      nested.handlers().forEach(handler -> handler.steps().forEach(this::add));
    }
  }

  private void add(BlockStep.Execute execute) {
    Optional<String> constant = execute.constant();
    if (constant.isPresent()) {
      Script.parse(constant.get()).statements().forEach(this::add);
      return;
    }
    Matcher named = NAMED.matcher(execute.start());
    if (named.matches()) {
      names.add(named.group(1).toLowerCase(Locale.ROOT));
    } else if (execute.start().isBlank() || !HARMLESS.matcher(execute.start()).matches()) {
      everything = true;
    }
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.CreateTable create) {
      add(create.table());
    } else if (statement instanceof Statement.AlterTable alter) {
      add(alter.table());
      alter.actions().stream()
          .filter(TableAction.RenameTable.class::isInstance)
          .forEach(action -> names.add(((TableAction.RenameTable) action).to()));
    } else if (statement instanceof Statement.CreateIndex create) {
      add(create.table());
      create.name().ifPresent(this::add);
    } else if (statement instanceof Statement.DropIndex drop) {
      drop.names().forEach(this::add);
    } else if (statement instanceof Statement.CreateObject create) {
      add(create.name());
      create.on().ifPresent(this::add);
    } else if (statement instanceof Statement.DropObject drop) {
      drop.names().forEach(this::add);
      drop.on().ifPresent(this::add);
    } else if (statement instanceof Statement.AlterObject alter) {
      add(alter.name());
      alter.on().ifPresent(this::add);
      alter.actions().stream()
          .filter(ObjectAction.Rename.class::isInstance)
          .forEach(action -> names.add(((ObjectAction.Rename) action).to()));
    } else if (statement instanceof Statement.DoBlock block) {
      BlockStep.read(block.body()).forEach(this::add);
    } else if (statement instanceof Statement.Other other) {
      everything |= Unrecorded.canChangeAnything(other);
    }
  }

  private void add(QualifiedName name) {
    names.add(name.name());
  }

  /** The names that steps are about, for a condition to be about the same. */
  Set<String> names() {
    return names;
  }
}
