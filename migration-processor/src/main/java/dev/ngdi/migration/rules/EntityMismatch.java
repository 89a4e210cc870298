package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a name whose entity, the word behind the action, does not stand in the SQL. */
final class EntityMismatch implements Rule {
  /** Words that say of what sort a thing is, describe it or join others, and so name nothing. */
  private static final Set<String> GENERIC =
      Set.of(
          "a",
          "all",
          "and",
          "as",
          "at",
          "basic",
          "btree",
          "by",
          "check",
          "column",
          "comment",
          "common",
          "concurrently",
          "constraint",
          "data",
          "default",
          "enum",
          "extension",
          "extra",
          "field",
          "first",
          "for",
          "foreign",
          "from",
          "full",
          "function",
          "gin",
          "gist",
          "has",
          "hash",
          "id",
          "in",
          "index",
          "initial",
          "into",
          "is",
          "key",
          "last",
          "legacy",
          "materialized",
          "missing",
          "model",
          "new",
          "no",
          "not",
          "null",
          "nullable",
          "of",
          "old",
          "on",
          "optional",
          "or",
          "partial",
          "partition",
          "per",
          "policy",
          "primary",
          "procedure",
          "required",
          "row",
          "schema",
          "search",
          "sequence",
          "support",
          "table",
          "temporary",
          "text",
          "the",
          "to",
          "trigger",
          "type",
          "unique",
          "value",
          "view",
          "with");

  private static final Pattern LITERAL =
      Pattern.compile("'((?:[^']++|'')*+)'|(\\$\\w*\\$)(.*?)\\2", Pattern.DOTALL);
  private static final int SHORTEST_ABBREVIATION = 3;

  @Override
  public String summary() {
    return "a name whose entity, the word behind the action, does not stand in its SQL";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!Vocabulary.canCompare(subject) || !Vocabulary.keepsPromise(subject)) {
      return List.of();
    }
    MigrationName name = subject.name().orElseThrow();
    Script up = subject.up().orElseThrow();
    List<String> entity = entity(name, subject.type());
    if (isAbout(up, entity)) {
      return List.of();
    }
    String problem =
        "the name is about `%s`, which does not stand in its SQL: %s"
            .formatted(entity.get(0), Statements.listed(up));
    String instead =
        NameProposal.of(subject)
            .map(better -> NameProposal.declaration(name.version(), better))
            .orElse("");
    return List.of(Finding.in(Part.NAME, problem, instead));
  }

  /**
   * The words of which one must stand in the SQL: the first telling one behind the action; of rows,
   * which have names of their own, any.
   */
  private static List<String> entity(MigrationName name, MigrationType type) {
    List<String> all = name.words().stream().skip(1).map(Words::singular).toList();
    List<String> telling = all.stream().filter(word -> !GENERIC.contains(word)).toList();
    if (telling.isEmpty()) {
      return all;
    }
    return type == MigrationType.SCHEMA ? telling.subList(0, 1) : telling;
  }

  /** Whether one of the words is among its identifiers or, since rows have names too, literals. */
  private static boolean isAbout(Script script, List<String> entity) {
    for (String identifier : script.identifiers()) {
      if (hasOne(identifier, entity)) {
        return true;
      }
    }
    if (script.sql().indexOf('\'') < 0 && script.sql().indexOf('$') < 0) {
      return false;
    }
    for (Statement statement : script.statements()) {
      Matcher literal = LITERAL.matcher(statement.source().sql());
      while (literal.find()) {
        if (hasOne(literal.group(), entity)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasOne(String text, List<String> entity) {
    for (String other : Words.of(text)) {
      for (String word : entity) {
        if (same(word, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two words are the same but for the plural or an abbreviation. */
  private static boolean same(String word, String other) {
    String singular = Words.singular(other);
    return singular.equals(word)
        || (singular.length() >= SHORTEST_ABBREVIATION && word.startsWith(singular))
        || (word.length() >= SHORTEST_ABBREVIATION && other.startsWith(word));
  }
}
