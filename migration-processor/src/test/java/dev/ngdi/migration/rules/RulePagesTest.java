package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each page of {@code docs/rules} is its rule's documentation, example and test. With {@code
 * -Dpages.update=true} the errors and the table in the pages are written anew; review what changed.
 */
class RulePagesTest {
  private static final Path DIRECTORY = Path.of("..", "docs", "rules");
  private static final Path INDEX = DIRECTORY.resolve("README.md");
  private static final String RULES = "\n## The rules\n";
  private static final String TABLE =
      "| rule | by default | `@Allow` | catches |\n|---|---|---|---|\n";

  @TempDir static Path scratch;

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean("pages.update")) {
      for (RulePage page : pages()) {
        List<String> errors = new ArrayList<>();
        for (RulePage.Example example : page.examples()) {
          errors.add(example.safe() ? "" : compile(example));
        }
        Files.writeString(page.file(), page.withErrors(errors));
      }
      String text = Files.readString(INDEX);
      Files.writeString(INDEX, text.substring(0, text.indexOf(RULES)) + tables());
    }
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    assertThat(pages().stream().map(RulePage::id).sorted().toList())
        .containsExactlyElementsOf(new TreeSet<>(RuleGuide.IDS));
  }

  @TestFactory
  Stream<DynamicContainer> pagesAreTrue() throws IOException {
    return pages().stream()
        .map(
            page ->
                DynamicContainer.dynamicContainer(
                    page.id(), Stream.concat(form(page), examples(page))));
  }

  @Test
  void theIndexListsEveryRule() throws IOException {
    assertThat(Files.readString(INDEX)).endsWith(tables());
  }

  @Test
  void everyRuleIsInOneGroup() {
    assertThat(RuleGuide.GROUPS.stream().flatMap(group -> group.ids().stream()))
        .containsExactlyInAnyOrderElementsOf(RuleGuide.IDS);
  }

  @Test
  void everyActionIsOnItsPage() throws IOException {
    String listed =
        Vocabulary.actions().stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "));

    assertThat(Files.readString(DIRECTORY.resolve("action-unknown.md")).replaceAll("\\s+", " "))
        .contains("The built-in actions are " + listed + ".");
  }

  private static Stream<DynamicTest> form(RulePage page) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "is named as its rule, and begins with its summary",
            () -> {
              assertThat(page.file()).hasFileName(page.id() + ".md");
              Rules.find(page.id())
                  .ifPresent(rule -> assertThat(page.summary()).isEqualTo(rule.summary()));
            }),
        DynamicTest.dynamicTest(
            "has an unsafe and a safe example, and says when the rule is to be accepted",
            () -> {
              assertThat(page.examples()).anyMatch(RulePage.Example::safe);
              assertThat(page.examples()).anyMatch(example -> !example.safe());
              assertThat(List.of("Unsafe", "Safe", "When to accept it")).allMatch(page::has);
            }),
        DynamicTest.dynamicTest(
            "shows an error of its own rule",
            () ->
                assertThat(page.examples().stream().filter(example -> !example.safe()).toList())
                    .allSatisfy(
                        example -> assertThat(example.error()).contains("[" + page.id() + "]"))));
  }

  private static Stream<DynamicTest> examples(RulePage page) {
    List<RulePage.Example> all = page.examples();
    return all.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    (example.safe() ? "safe example " : "unsafe example ")
                        + (all.indexOf(example) + 1),
                    () ->
                        assertThat(compile(example))
                            .isEqualTo(passes(example) ? "" : example.error())));
  }

  /** From Java 18 on the compiler hands out every source that it compiles, whatever it was told. */
  private static boolean passes(RulePage.Example example) {
    return example.safe() || (!example.sourcePath() && Runtime.version().feature() >= 18);
  }

  private static String compile(RulePage.Example example) throws IOException {
    return ExampleCompiler.compile(example, Files.createTempDirectory(scratch, "example"));
  }

  private static String tables() throws IOException {
    Map<String, RulePage> pages =
        pages().stream().collect(Collectors.toMap(RulePage::id, Function.identity()));
    StringBuilder text = new StringBuilder(RULES);
    for (RuleGroup group : RuleGuide.GROUPS) {
      text.append("\n### %s\n\n%s\n\n%s".formatted(group.title(), group.about(), TABLE));
      group.ids().forEach(id -> text.append(row(Objects.requireNonNull(pages.get(id)))));
    }
    return text.toString();
  }

  private static String row(RulePage page) {
    Severity severity = Rules.find(page.id()).map(Rule::severity).orElse(Severity.ERROR);
    return "| [`%s`](%s.md) | %s | %s | %s |\n"
        .formatted(
            page.id(),
            page.id(),
            severity == Severity.OFF ? "**off**" : severity.name().toLowerCase(Locale.ROOT),
            Rules.isAcceptable(page.id()) ? "yes" : "no",
            page.summary());
  }

  private static List<RulePage> pages() throws IOException {
    List<RulePage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file :
          files.filter(f -> !f.equals(INDEX) && f.toString().endsWith(".md")).sorted().toList()) {
        pages.add(RulePage.read(file));
      }
    }
    return pages;
  }
}
