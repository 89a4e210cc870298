package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import java.util.List;

/** A script replayed in a database that was empty before. */
record Replayed(Course course) {
  static Replayed of(String... statements) {
    return new Replayed(
        Course.of(Schema.empty(18).closed(), Script.parse(String.join(";\n", statements))));
  }

  Schema schema() {
    return course.end();
  }

  /** The problems, each as its error code and what it says. */
  List<String> problems() {
    return course.steps().stream()
        .flatMap(step -> step.problems().stream())
        .map(problem -> problem.sqlState() + " " + problem.message())
        .toList();
  }

  List<String> codes() {
    return course.steps().stream()
        .flatMap(step -> step.problems().stream())
        .map(Problem::sqlState)
        .toList();
  }

  List<String> unproven() {
    return course.steps().stream().flatMap(step -> step.unproven().stream()).toList();
  }

  /** The columns of a relation with their types. */
  List<String> columns(String relation) {
    Relation found = schema().relation(QualifiedName.of(relation)).found().orElseThrow();
    return found.columns().stream()
        .map(column -> column.name() + " " + Rendering.type(schema(), column.type()))
        .toList();
  }

  /** The query of a view under the names of the end. */
  String query(String view) {
    Bound query = ((View) schema().relation(QualifiedName.of(view)).found().orElseThrow()).query();
    return Rendering.sql(schema(), query);
  }
}
