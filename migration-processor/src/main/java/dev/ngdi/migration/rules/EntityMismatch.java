package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a name of which no word stands in the SQL. */
final class EntityMismatch implements Rule {
  /** Words that say of what sort a thing is, or join others, and so name nothing. */
  private static final Set<String> GENERIC =
      Set.of(
          "a",
          "and",
          "as",
          "by",
          "check",
          "column",
          "constraint",
          "data",
          "field",
          "for",
          "from",
          "in",
          "index",
          "key",
          "no",
          "not",
          "null",
          "of",
          "on",
          "or",
          "row",
          "table",
          "the",
          "to",
          "value",
          "view",
          "with");

  private static final Pattern LITERAL =
      Pattern.compile("'((?:[^']|'')*)'|(\\$\\w*\\$)(.*?)\\2", Pattern.DOTALL);
  private static final int SHORTEST_ABBREVIATION = 3;

  @Override
  public String summary() {
    return "a name that names nothing of what its SQL is about";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!Vocabulary.canCompare(subject) || !Vocabulary.keepsPromise(subject)) {
      return List.of();
    }
    MigrationName name = subject.name().orElseThrow();
    Script up = subject.up().orElseThrow();
    List<String> entity = entity(name);
    Set<String> words = words(up);
    if (entity.stream().anyMatch(word -> words.stream().anyMatch(other -> same(word, other)))) {
      return List.of();
    }
    String problem =
        "`%s` names nothing that stands in its SQL, which is %s"
            .formatted(name.name(), Statements.listed(up));
    String instead =
        NameProposal.of(subject)
            .map(better -> NameProposal.declaration(name.version(), better))
            .orElse("");
    return List.of(Finding.in(Part.NAME, problem, instead));
  }

  private static List<String> entity(MigrationName name) {
    List<String> all = name.words().stream().skip(1).map(Words::singular).toList();
    List<String> telling = all.stream().filter(word -> !GENERIC.contains(word)).toList();
    return telling.isEmpty() ? all : telling;
  }

  /** The words of its identifiers and, since rows have names too, of its literals. */
  private static Set<String> words(Script script) {
    Set<String> words = new HashSet<>();
    script.identifiers().forEach(identifier -> words.addAll(Words.of(identifier)));
    for (Statement statement : script.statements()) {
      Matcher literal = LITERAL.matcher(statement.source().sql());
      while (literal.find()) {
        words.addAll(Words.of(literal.group()));
      }
    }
    return words;
  }

  /** Whether two words are the same but for the plural or an abbreviation. */
  private static boolean same(String word, String other) {
    String singular = Words.singular(other);
    return singular.equals(word)
        || (singular.length() >= SHORTEST_ABBREVIATION && word.startsWith(singular))
        || (word.length() >= SHORTEST_ABBREVIATION && other.startsWith(word));
  }
}
