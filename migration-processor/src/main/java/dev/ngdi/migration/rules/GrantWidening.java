package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Warns of a grant whose reach nobody can see in it. */
final class GrantWidening implements Rule {
  private static final String EVERYBODY = "public";
  private static final Set<String> USUAL_KINDS =
      Set.of("FUNCTION", "PROCEDURE", "ROUTINE", "LANGUAGE", "TYPE", "DOMAIN");
  private static final Pattern TO_PUBLIC =
      Pattern.compile("\\bTO\\s+PUBLIC\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern GRANT_OPTION =
      Pattern.compile("\\s+WITH\\s+GRANT\\s+OPTION\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public String summary() {
    return "a grant to everybody, or one that its receiver can pass on";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.Grant.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.Grant.class).stream()
        .filter(grant -> !grant.statement().revoke())
        .flatMap(grant -> finding(grant).stream())
        .toList();
  }

  private static Optional<Finding> finding(Occurrence<Statement.Grant> grant) {
    Statement.Grant statement = grant.statement();
    String sql = statement.source().sql();
    String what = what(statement);
    if (statement.roles().contains(EVERYBODY) && !isUsual(statement)) {
      return Optional.of(
          grant.finding(
              "every role that can connect, now or later, has %s".formatted(what),
              TO_PUBLIC.matcher(sql).replaceFirst("TO …")));
    }
    return statement.withGrantOption()
        ? Optional.of(
            grant.finding(
                "`%s` can pass on %s to any other role"
                    .formatted(String.join("`, `", statement.roles()), what),
                GRANT_OPTION.matcher(sql).replaceFirst("")))
        : Optional.empty();
  }

  private static String what(Statement.Grant grant) {
    String privileges =
        grant.privileges().stream()
            .map(Statement.Privilege::name)
            .distinct()
            .collect(Collectors.joining(", "));
    String objects =
        grant.objects().stream().map(QualifiedName::sql).collect(Collectors.joining(", "));
    return "`%s` on `%s`".formatted(privileges, objects);
  }

  /** Whether PostgreSQL gives it to everybody by itself. */
  private static boolean isUsual(Statement.Grant grant) {
    return USUAL_KINDS.contains(grant.kind())
        || (grant.kind().equals("SCHEMA")
            && grant.privileges().stream().allMatch(p -> p.name().equals("USAGE"))
            && grant.objects().stream().allMatch(schema -> schema.name().equals("public")));
  }
}
