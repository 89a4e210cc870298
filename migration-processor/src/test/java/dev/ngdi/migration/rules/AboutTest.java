package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a rule says that it is about: the compiler asks it of nothing else. */
class AboutTest {
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
      Subject subject = subject(common + "\n" + cells[1], cells[2]);
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

  private static Subject subject(String earlier, String up) {
    Schema start =
        Course.of(Schema.empty(18).closed(), Script.parse(earlier)).end().withUsualSession();
    Subject good = TestSubject.GOOD.withUp(up).withDown("SELECT 1").subject();
    return new Subject(
        good.id(),
        good.className(),
        good.type(),
        good.documentation(),
        good.up(),
        good.down(),
        good.verify(),
        good.transaction(),
        good.code(),
        good.codeDown(),
        good.irreversible(),
        good.accepted(),
        good.environments(),
        good.known(),
        good.policy(),
        Timeline.of(start, good.up(), Optional.empty(), false));
  }

  private static String text(String name) throws IOException {
    try (var file = AboutTest.class.getResourceAsStream(CASES + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
