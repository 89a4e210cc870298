package dev.ngdi.migration.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  private static final Settings SETTINGS =
      new Settings(
          Map.of(
              "db.to", "typed",
              "db.blank", " ",
              "db.skip", "true",
              "db.outOfOrder", "yes",
              "db.steps", "3",
              "db.lockWait", "-1",
              "db.count", "many"));

  @Test
  void theCommandLineWinsOverThePom() {
    assertThat(SETTINGS.text("db.to", "configured")).contains("typed");
    assertThat(SETTINGS.text("db.from", "configured")).contains("configured");
    assertThat(SETTINGS.text("db.blank", "configured")).contains("configured");
    assertThat(SETTINGS.text("db.from", " ")).isEmpty();
  }

  @Test
  void aFlagIsTrueOrFalseAndNothingElse() throws Exception {
    assertThat(SETTINGS.flag("db.skip", "false")).isTrue();
    assertThat(SETTINGS.flag("db.embedded", "")).isFalse();
    assertThat(SETTINGS.choice("db.embedded", "")).isEmpty();
    assertThat(SETTINGS.choice("db.embedded", "false")).contains(false);
    assertThatThrownBy(() -> SETTINGS.flag("db.outOfOrder", ""))
        .hasMessage("`db.outOfOrder` is `yes`; write `true` or `false`");
  }

  @Test
  void aNumberIsWholeAndLargeEnough() throws Exception {
    assertThat(SETTINGS.number("db.steps", "", 1)).contains(3);
    assertThat(SETTINGS.number("db.from", "", 1)).isEmpty();
    assertThatThrownBy(() -> SETTINGS.number("db.lockWait", "", 0))
        .hasMessage("`db.lockWait` is `-1`; write a whole number from 0 on");
    assertThatThrownBy(() -> SETTINGS.number("db.count", "", 1))
        .hasMessage("`db.count` is `many`; write a whole number from 1 on");
  }
}
