package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a rule says that it is about: the compiler asks it of nothing else. */
class AboutTest {
  private static final Policy NEWEST = new Policy(18, "", Set.of(), Map.of());
  private static final String CASES = "/dev/ngdi/migration/schema/locks/";

  @Test
  void noRuleFindsAnythingWithoutAStatementThatItIsAbout() throws IOException {
    List<String> missed = new ArrayList<>();
    Set<String> finding = new TreeSet<>();
    String common = text("setup.sql");

    for (String line : text("cases.tsv").split("\n", -1)) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith("#") || cells.length < 4) {
        continue;
      }
      Subject subject =
          TestSubject.GOOD
              .under(NEWEST)
              .withUp(cells[2])
              .after(common + "\n" + cells[1])
              .unfolded();
      for (Rule rule : Rules.ALL) {
        if (!rule.about().isEmpty() && !rule.check(subject).isEmpty()) {
          finding.add(rule.id());
          if (Collections.disjoint(rule.about(), subject.timeline().kinds())) {
            missed.add(rule.id() + " in " + cells[2]);
          }
        }
      }
    }

    assertThat(missed).isEmpty();
    assertThat(finding).hasSizeGreaterThan(50);
  }

  private static String text(String name) throws IOException {
    try (var file = AboutTest.class.getResourceAsStream(CASES + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
