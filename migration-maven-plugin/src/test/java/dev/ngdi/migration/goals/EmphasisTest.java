package dev.ngdi.migration.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fusesource.jansi.Ansi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EmphasisTest {
  private static final Map<String, String> NOTHING = Map.of();

  @AfterEach
  void asMavenHasItByDefault() {
    Ansi.setEnabled(true);
  }

  @Test
  void isShownOnATerminal() {
    Emphasis emphasis = Emphasis.of(NOTHING, NOTHING, true);

    assertThat(emphasis.done("applied it")).isEqualTo("\u001b[32mapplied it\u001b[0m");
    assertThat(emphasis.failed("it failed")).isEqualTo("\u001b[1;31mit failed\u001b[0m");
    assertThat(emphasis.commands("done: type `mvn db:migrate -Ddb.name=$x` or `V2` again"))
        .isEqualTo("done: type \u001b[1m`mvn db:migrate -Ddb.name=$x`\u001b[0m or `V2` again");
  }

  @Test
  void leavesEverythingAsItIsElsewhere() {
    Emphasis emphasis = Emphasis.of(NOTHING, NOTHING, false);

    assertThat(emphasis.done("applied it")).isEqualTo("applied it");
    assertThat(emphasis.failed("it failed")).isEqualTo("it failed");
    assertThat(emphasis.commands("type `mvn db:status`")).isEqualTo("type `mvn db:status`");
  }

  @Test
  void isAsTheUserWants() {
    assertThat(Emphasis.of(NOTHING, Map.of("NO_COLOR", "1"), true).shown()).isFalse();
    assertThat(Emphasis.of(Map.of("style.color", "always"), NOTHING, false).shown()).isTrue();
  }

  @Test
  void isNotShownWhereMavenShowsNone() {
    Ansi.setEnabled(false);

    assertThat(Emphasis.of(NOTHING, NOTHING, true).shown()).isFalse();
    assertThat(Emphasis.of(Map.of("style.color", "always"), NOTHING, true).shown()).isFalse();
  }
}
