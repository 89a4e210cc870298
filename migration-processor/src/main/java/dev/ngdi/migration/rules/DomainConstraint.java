package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Warns of a change of a domain that reads every table with a column of it. */
final class DomainConstraint implements Rule {
  private static final Pattern VALUE = Pattern.compile("\\bVALUE\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public String summary() {
    return "a constraint of a domain whose check reads every table that uses it while nobody can"
        + " write";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.AlterObject.class).stream()
        .filter(alter -> alter.statement().kind().equals("DOMAIN"))
        .flatMap(alter -> findings(alter))
        .toList();
  }

  private static Stream<Finding> findings(Occurrence<Statement.AlterObject> alter) {
    return alter.statement().actions().stream()
        .filter(ObjectAction.LikeTable.class::isInstance)
        .map(action -> ((ObjectAction.LikeTable) action).action())
        .flatMap(action -> finding(alter, action));
  }

  private static Stream<Finding> finding(
      Occurrence<Statement.AlterObject> alter, TableAction action) {
    Optional<String> what = reading(action);
    Optional<UserType> domain = alter.before().type(alter.statement().name()).found();
    List<Ref> uses = domain.map(known -> uses(alter, known)).orElse(List.of());
    boolean unknown = domain.isEmpty() && alter.before().open();
    if (what.isEmpty() || (uses.isEmpty() && !unknown)) {
      return Stream.of();
    }
    String tables =
        unknown
            ? "every table that uses it"
            : Names.listed(
                uses.stream()
                    .map(use -> Rendering.name(alter.before(), use.oid()))
                    .distinct()
                    .sorted()
                    .toList());
    return Stream.of(
        alter.finding(
            "`%s` of the domain `%s` reads %s while nobody can write there"
                .formatted(what.get(), alter.statement().name().sql(), tables),
            instead(alter, action, uses)));
  }

  /** What an action is called, if it reads rows. */
  private static Optional<String> reading(TableAction action) {
    if (action instanceof TableAction.SetNotNull) {
      return Optional.of("SET NOT NULL");
    } else if (action instanceof TableAction.ValidateConstraint) {
      return Optional.of("VALIDATE CONSTRAINT");
    }
    return action instanceof TableAction.AddConstraint add && !add.constraint().state().notValid()
        ? Optional.of("ADD CONSTRAINT")
        : Optional.empty();
  }

  /** The columns of the domain in tables that were there before the migration. */
  private static List<Ref> uses(Occurrence<Statement.AlterObject> alter, UserType domain) {
    return alter.before().dependents(Ref.to(domain.oid())).stream()
        .map(Dependency::dependent)
        .filter(ref -> ref.column() > 0)
        .filter(
            ref ->
                alter
                    .before()
                    .get(ref.oid(), Table.class)
                    .filter(t -> alter.subject().timeline().existed(t))
                    .isPresent())
        .distinct()
        .toList();
  }

  private static String instead(
      Occurrence<Statement.AlterObject> alter, TableAction action, List<Ref> uses) {
    if (action instanceof TableAction.AddConstraint) {
      return alter.statement().source().sql() + " NOT VALID";
    }
    Sequel sequel = Sequel.of(alter.subject());
    for (Ref use : uses) {
      Table table = alter.before().get(use.oid(), Table.class).orElseThrow();
      String column = table.column(use.column()).map(Column::name).orElse("…");
      String condition =
          action instanceof TableAction.SetNotNull
              ? Identifiers.quote(column) + " IS NOT NULL"
              : condition(alter, action, Identifiers.quote(column));
      LaterCheck.add(
          sequel,
          Rendering.name(alter.before(), use.oid()),
          Identifiers.quote(table.name() + "_" + column + "_check"),
          condition);
    }
    return uses.isEmpty() ? "" : sequel.text();
  }

  /** What a constraint of the domain asks, asked of a column. */
  private static String condition(
      Occurrence<Statement.AlterObject> alter, TableAction action, String column) {
    String name = ((TableAction.ValidateConstraint) action).name();
    return alter
        .before()
        .type(alter.statement().name())
        .found()
        .flatMap(domain -> alter.before().constraint(domain.oid(), name).found())
        .flatMap(Constraint::expression)
        .map(asked -> Rendering.sql(alter.before(), asked))
        .map(sql -> VALUE.matcher(sql).replaceAll(Matcher.quoteReplacement(column)))
        .orElse("…");
  }
}
