package dev.ngdi.migration.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that users are told about is without a scenario. */
class CoverageTest {
  private static final Path SCENARIOS = Path.of("src/it");
  private static final Path RULES = Path.of("../docs/rules");

  @Test
  void everyRuleThatHasAPageIsShown() throws IOException {
    assertThat(found("\\[([a-z]+(?:-[a-z0-9]+)+)\\]", "errors.txt", "warnings.txt"))
        .containsAll(rules());
  }

  @Test
  void everyGoalIsRun() throws IOException {
    assertThat(found("(?:\\bdb|plugin:[^ :]+):(\\w+)", "invoker.properties")).containsAll(goals());
  }

  @Test
  void everyScenarioIsChecked() throws IOException {
    try (Stream<Path> scenarios = Files.list(SCENARIOS)) {
      assertThat(scenarios.filter(Files::isDirectory))
          .filteredOn(scenario -> !scenario.getFileName().toString().startsWith("setup-"))
          .isNotEmpty()
          .allSatisfy(scenario -> assertThat(scenario.resolve("verify.groovy")).exists());
    }
  }

  private static List<String> rules() throws IOException {
    try (Stream<Path> pages = Files.list(RULES)) {
      return pages
          .map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))
          .filter(name -> !name.equals("README"))
          .toList();
    }
  }

  private static List<String> goals() throws IOException {
    try (InputStream descriptor =
        CoverageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assertThat(descriptor).as("the plugin's descriptor").isNotNull();
      String xml = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
      return matches(Pattern.compile("<goal>(.*?)</goal>"), xml).toList();
    }
  }

  /** What the pattern's group finds in all files of these names. */
  private static Set<String> found(String pattern, String... names) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SCENARIOS)) {
      files = all.filter(file -> List.of(names).contains(file.getFileName().toString())).toList();
    }
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(Files.readString(file));
    }
    return matches(Pattern.compile(pattern), text.toString()).collect(Collectors.toSet());
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}
