package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of an extension that only a superuser can create. */
final class CreateExtension implements Rule {
  /** What PostgreSQL lets the owner of a database create, since version 13. */
  static final Set<String> TRUSTED =
      Set.of(
          "bool_plperl",
          "btree_gin",
          "btree_gist",
          "citext",
          "cube",
          "dict_int",
          "fuzzystrmatch",
          "hstore",
          "intarray",
          "isn",
          "jsonb_plperl",
          "lo",
          "ltree",
          "pg_trgm",
          "pgcrypto",
          "plperl",
          "plpgsql",
          "pltcl",
          "seg",
          "tablefunc",
          "tcn",
          "tsm_system_rows",
          "tsm_system_time",
          "unaccent",
          "uuid-ossp");

  @Override
  public String summary() {
    return "creating an extension that takes a superuser, which a migration seldom runs as";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.CreateObject.class).stream()
        .filter(create -> create.statement().kind().equals("EXTENSION"))
        .filter(create -> !TRUSTED.contains(create.statement().name().name()))
        .filter(
            create -> create.before().extension(create.statement().name().name()).found().isEmpty())
        .map(
            create ->
                create.finding(
                    "only a superuser can create `%s`: for the role that migrations usually run as"
                            .formatted(create.statement().name().name())
                        + " it fails",
                    "an administrator creates it once for each database, and the baseline says that"
                        + " it is there"))
        .toList();
  }
}
