package dev.ngdi.migration.project;

import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The Java sources of a module. The manifest does not say on which line of its class the SQL of a
 * migration begins, so that a comment above it leaves the manifest as it is; so that is looked up.
 *
 * @param roots the directories that the packages begin in
 */
public record MigrationSources(List<Path> roots) {

  public MigrationSources {
    roots = List.copyOf(roots);
  }

  /** An outcome of which the failure has its line in the class, where its SQL is found there. */
  public Outcome locate(Outcome outcome) {
    return outcome.failure().flatMap(f -> place(outcome, f)).map(outcome::failedAt).orElse(outcome);
  }

  private Optional<String> place(Outcome outcome, Failure failure) {
    return outcome.plan().steps().stream()
        .filter(step -> step.id().equals(failure.id()) && failure.place().isEmpty())
        .findFirst()
        .flatMap(step -> failure.line().flatMap(line -> place(step, line)));
  }

  private Optional<String> place(Step step, int line) {
    Optional<Sql> sql = step.script().filter(script -> script.file().isEmpty());
    Optional<Path> file = step.declared().flatMap(m -> file(m.className()));
    return sql.isEmpty() || file.isEmpty()
        ? Optional.empty()
        : read(file.get())
            .flatMap(source -> line(source, step.direction(), sql.get().text(), line))
            .map(found -> file.get().getFileName() + ":" + found);
  }

  private Optional<Path> file(String className) {
    String name = className.replace('.', '/') + ".java";
    return roots.stream().map(root -> root.resolve(name)).filter(Files::isRegularFile).findFirst();
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The line of a source on which a line of a script stands, both from 1. */
  private static Optional<Integer> line(
      String source, Direction direction, String script, int line) {
    String attribute = direction == Direction.UP ? "up" : "down";
    return Pattern.compile("\\b" + attribute + "\\s*=\\s*(?:\"\"\"[ \\t\\f]*\\R|\")")
        .matcher(source)
        .results()
        .filter(literal -> isThere(source.substring(literal.end()), script, line))
        .findFirst()
        .map(literal -> lineOf(source, literal) + line - 1);
  }

  private static int lineOf(String source, MatchResult literal) {
    return 1 + (int) source.substring(0, literal.end()).chars().filter(c -> c == '\n').count();
  }

  /** Whether a literal is the script, up to the line that is looked for. */
  private static boolean isThere(String literal, String script, int line) {
    List<String> written = literal.lines().limit(line).toList();
    List<String> wanted = script.lines().limit(line).toList();
    if (written.size() < line || wanted.size() < line) {
      return false;
    }
    for (int i = 0; i < line; i++) {
      if (!isLine(written.get(i), wanted.get(i).strip())) {
        return false;
      }
    }
    return true;
  }

  // What ends with a backslash goes on in the next line, and is no line of its own.
  private static boolean isLine(String written, String wanted) {
    return !written.endsWith("\\")
        && !written.contains("\\u")
        && written.translateEscapes().strip().startsWith(wanted);
  }
}
