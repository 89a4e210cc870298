package dev.ngdi.migration.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.util.ReaderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every goal has its page, every page its goal, and both the same parameters. */
final class GoalsTest {
  private static final Path PAGES = Path.of("../docs/goals");
  private static final Path SCENARIOS = Path.of("../it/src/it");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(db\\.\\w+)` \\|");

  /** The parameters that all goals have; they are described once, in the index. */
  private static final Set<String> SHARED =
      Set.of(
          "db.skip",
          "db.url",
          "db.user",
          "db.password",
          "db.serverId",
          "db.schema",
          "db.identity",
          "db.embedded",
          "db.environment",
          "db.lockWait",
          "db.lockTimeout",
          "db.statementTimeout",
          "db.quiet");

  private static Map<String, Set<String>> goals = Map.of();

  @BeforeAll
  static void readDescriptor() throws Exception {
    try (InputStream in = GoalsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      PluginDescriptor plugin = new PluginDescriptorBuilder().build(ReaderFactory.newXmlReader(in));
      goals =
          plugin.getMojos().stream()
              .collect(
                  Collectors.toMap(
                      MojoDescriptor::getGoal, GoalsTest::properties, (a, b) -> a, TreeMap::new));
    }
  }

  @Test
  void areThese() {
    assertThat(goals.keySet())
        .containsExactly(
            "deploy", "down", "manifest", "migrate", "plan", "reset", "resolve", "status");
  }

  @Test
  void haveAPageEach() throws IOException {
    assertThat(pages()).isEqualTo(new TreeSet<>(goals.keySet()));
  }

  @Test
  void areAllInTheIndex() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));

    assertThat(goals.keySet())
        .allSatisfy(goal -> assertThat(index).contains("[`db:%s`](%s.md)".formatted(goal, goal)));
    assertThat(rows(index)).isEqualTo(SHARED);
  }

  @Test
  void haveTheParametersThatTheirPagesDescribe() throws IOException {
    for (Map.Entry<String, Set<String>> goal : goals.entrySet()) {
      Set<String> own = new TreeSet<>(goal.getValue());
      own.removeAll(SHARED);

      assertThat(goal.getValue()).containsAll(SHARED);
      assertThat(rows(Files.readString(PAGES.resolve(goal.getKey() + ".md"))))
          .as("parameters on the page of %s", goal.getKey())
          .isEqualTo(own);
    }
  }

  @Test
  void haveAScenarioEachWhereThereAreScenarios() throws IOException {
    if (!Files.isDirectory(SCENARIOS)) {
      return;
    }
    List<String> scenarios = names(SCENARIOS);

    assertThat(goals.keySet())
        .allSatisfy(
            goal -> assertThat(scenarios).anySatisfy(s -> assertThat(s).startsWith(goal + "-")));
  }

  private static Set<String> properties(MojoDescriptor mojo) {
    List<Parameter> parameters = mojo.getParameters();
    return parameters.stream()
        .flatMap(p -> Optional.ofNullable(p.getExpression()).stream())
        .filter(expression -> expression.startsWith("${db."))
        .map(expression -> expression.substring(2, expression.length() - 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> pages() throws IOException {
    return names(PAGES).stream()
        .filter(name -> !name.equals("README.md"))
        .map(name -> name.replace(".md", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rows(String page) {
    return ROW.matcher(page)
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
