package dev.ngdi.migration.processor;

import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.SqlProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Replays what a database held before the first migration of a module. */
final class Baseline {
  private static final String RULE = "policy-invalid";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}\\s]*}");

  private final SqlFiles files;
  private final Diagnostics diagnostics;

  Baseline(SqlFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /**
   * The schema that a baseline makes of an empty one.
   *
   * @param name the file or directory as the policy names it
   * @param place where it does so
   */
  Schema replay(Schema empty, String name, String packageName, Place place) {
    List<SqlFiles.Named> found = FlywayFiles.inOrder(files.list(name, packageName));
    if (!found.isEmpty()) {
      return replay(empty, found, place);
    }
    SqlFiles.Found file = files.read(name, packageName);
    Optional<SqlFiles.Named> one = file.text().map(text -> new SqlFiles.Named(name, text));
    if (one.isEmpty()) {
      diagnostics.misuse(
          place,
          RULE,
          file.problem(),
          "an SQL file, or a directory with Flyway's V*.sql, under src/main/resources");
      return empty.withEverythingUnsure();
    }
    return replay(empty, List.of(one.get()), place);
  }

  private Schema replay(Schema empty, List<SqlFiles.Named> scripts, Place place) {
    Schema schema = empty.closed();
    for (SqlFiles.Named file : scripts) {
      String sql = PLACEHOLDER.matcher(file.text()).replaceAll(Baseline::word);
      Script script = Script.parse(sql);
      for (SqlProblem problem : script.problems()) {
        if (problem.kind() != SqlProblem.Kind.PSQL_COMMAND) {
          diagnostics.misuse(
              place,
              RULE,
              "the baseline `%s` cannot be read at line %d: %s"
                  .formatted(file.name(), problem.at().line(), problem.message()),
              problem.instead());
        }
      }
      Course course = Course.of(schema, script);
      course.steps().forEach(step -> report(file, step, place));
      schema = course.end().withUnsure(placeholders(file.text()));
    }
    return schema;
  }

  private void report(SqlFiles.Named file, Step step, Place place) {
    for (Problem problem : step.problems()) {
      diagnostics.warning(
          place,
          RULE,
          "the baseline `%s` would fail at line %d: %s"
              .formatted(file.name(), step.statement().source().at().line(), problem.message()));
    }
  }

  /** A name as long as the placeholder, so that positions stay. */
  private static String word(MatchResult placeholder) {
    return "p" + "_".repeat(placeholder.group().length() - 1);
  }

  private static List<String> placeholders(String sql) {
    return PLACEHOLDER.matcher(sql).results().map(Baseline::word).distinct().toList();
  }
}
