package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.Acceptance;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.rules.Subject.TransactionMode;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A declaration that no rule finds anything in, to be changed in one place. */
record TestSubject(
    String id,
    MigrationType type,
    String documentation,
    String up,
    String down,
    TransactionMode transaction,
    List<Acceptance> accepted,
    Map<String, List<String>> others,
    Policy policy) {
  static final TestSubject GOOD =
      new TestSubject(
          "V20261122103700__add_user_role_field",
          MigrationType.SCHEMA,
          "The permission model reads the role from the user row.",
          "ALTER TABLE app_user ADD COLUMN role text",
          "ALTER TABLE app_user DROP COLUMN role",
          TransactionMode.AUTO,
          List.of(),
          Map.of(),
          Policy.DEFAULT);

  TestSubject named(String name) {
    return withId("V20261122103700__" + name);
  }

  TestSubject withId(String other) {
    return new TestSubject(
        other, type, documentation, up, down, transaction, accepted, others, policy);
  }

  TestSubject withType(MigrationType other) {
    return new TestSubject(
        id, other, documentation, up, down, transaction, accepted, others, policy);
  }

  TestSubject withDocumentation(String other) {
    return new TestSubject(id, type, other, up, down, transaction, accepted, others, policy);
  }

  TestSubject withUp(String other) {
    return new TestSubject(
        id, type, documentation, other, down, transaction, accepted, others, policy);
  }

  TestSubject withDown(String other) {
    return new TestSubject(
        id, type, documentation, up, other, transaction, accepted, others, policy);
  }

  TestSubject withTransaction(TransactionMode other) {
    return new TestSubject(id, type, documentation, up, down, other, accepted, others, policy);
  }

  TestSubject accepting(String... rules) {
    List<Acceptance> all =
        List.of(rules).stream().map(rule -> new Acceptance(rule, "it is known")).toList();
    return new TestSubject(id, type, documentation, up, down, transaction, all, others, policy);
  }

  TestSubject beside(Map<String, List<String>> other) {
    return new TestSubject(id, type, documentation, up, down, transaction, accepted, other, policy);
  }

  TestSubject under(Policy other) {
    return new TestSubject(id, type, documentation, up, down, transaction, accepted, others, other);
  }

  Subject subject() {
    return subject(Schema.empty(policy.postgres()));
  }

  /** It, behind what earlier migrations made in a database that was empty. */
  Subject after(String earlier) {
    return subject(
        Course.of(Schema.empty(policy.postgres()).closed(), Script.parse(earlier)).end());
  }

  private Subject subject(Schema start) {
    return new Subject(
        id,
        "org.example.db." + id,
        type,
        documentation,
        Optional.of(Script.parse(up)),
        Optional.of(Script.parse(down)),
        Optional.empty(),
        transaction,
        false,
        false,
        Optional.empty(),
        accepted,
        List.of(),
        Known.of(others),
        policy,
        Timeline.of(start, Optional.of(Script.parse(up)), Optional.of(Script.parse(down)), false));
  }

  /** The ids of the rules that find something in it, each once. */
  List<String> judged() {
    return Rules.judge(subject()).stream().map(Judgement::rule).distinct().toList();
  }

  /** What one rule finds in it, as it would be printed without its frame. */
  List<String> problems(String rule) {
    return Rules.find(rule).orElseThrow().check(subject()).stream().map(Finding::problem).toList();
  }

  /** What one rule proposes for it. */
  List<String> proposals(String rule) {
    return Rules.find(rule).orElseThrow().check(subject()).stream().map(Finding::instead).toList();
  }

  /** What one rule finds in it behind what earlier migrations made. */
  List<String> problemsAfter(String earlier, String rule) {
    return Rules.find(rule).orElseThrow().check(after(earlier)).stream()
        .map(Finding::problem)
        .toList();
  }
}
