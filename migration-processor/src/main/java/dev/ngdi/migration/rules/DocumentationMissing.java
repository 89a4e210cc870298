package dev.ngdi.migration.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks for a sentence of Javadoc: it is what reviewers and operators read of a migration. */
final class DocumentationMissing implements Rule {
  private static final Pattern BLOCK_TAGS = Pattern.compile("(?m)^\\s*@\\w.*", Pattern.DOTALL);
  private static final Set<String> FILLERS = Set.of("a", "an", "the", "of", "to", "this");

  @Override
  public String summary() {
    return "a migration without a sentence of Javadoc that says why it is there";
  }

  @Override
  public List<Finding> check(Subject subject) {
    String written = subject.documentation();
    String text = written.indexOf('@') < 0 ? written : BLOCK_TAGS.matcher(written).replaceAll("");
    List<String> words = Words.ofProse(text);
    if (words.isEmpty()) {
      return finding("nobody is told why the migration is there: the class has no Javadoc");
    } else if (words.size() == 1) {
      return finding("nobody is told why the migration is there: the Javadoc is a single word");
    } else if (subject
            .name()
            .filter(name -> telling(name.words()).equals(telling(words)))
            .isPresent()
        || telling(Words.of(subject.id())).equals(telling(words))) {
      return finding(
          "nobody is told why the migration is there: the Javadoc only repeats the name");
    }
    return List.of();
  }

  private static List<String> telling(List<String> words) {
    return words.stream().filter(word -> !FILLERS.contains(word)).map(Words::singular).toList();
  }

  private static List<Finding> finding(String problem) {
    return List.of(
        Finding.in(Part.NAME, problem, "/** <why the change is made, as a sentence>. */"));
  }
}
