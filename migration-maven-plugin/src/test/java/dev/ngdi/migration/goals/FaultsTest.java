package dev.ngdi.migration.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on faults names the tests that show what it says. */
class FaultsTest {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final Path SCENARIOS = Path.of("../it/src/it");
  private static final List<Path> TESTS =
      List.of(Path.of("src/test/java"), Path.of("../migration-processor/src/test/java"));
  private static final Pattern SCENARIO = Pattern.compile("`((?:compile|deploy)-[a-z-]+)`");
  private static final Pattern LINKED = Pattern.compile("\\]\\((rules/[a-z0-9-]+\\.md)\\)");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  @Test
  void eachTestThatItNamesIsThere() throws IOException {
    Map<String, String> tests = tests();

    assertThat(NAMED.matcher(Files.readString(PAGE)).results())
        .isNotEmpty()
        .allSatisfy(
            named -> {
              assertThat(tests).containsKey(named.group(1));
              if (named.group(2) != null) {
                assertThat(tests.get(named.group(1))).contains("void " + named.group(2) + "(");
              }
            });
  }

  @Test
  void eachScenarioAndRuleThatItNamesIsThere() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(SCENARIO.matcher(page).results())
        .isNotEmpty()
        .allSatisfy(named -> assertThat(SCENARIOS.resolve(named.group(1))).isDirectory());
    assertThat(LINKED.matcher(page).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(PAGE.resolveSibling(link.group(1))).isRegularFile());
  }

  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (Path directory : TESTS) {
      tests.putAll(testsIn(directory));
    }
    return tests;
  }

  private static Map<String, String> testsIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""), FaultsTest::read));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
