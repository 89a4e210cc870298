package dev.ngdi.migration.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UserPropertiesTest {
  private static final Set<String> KNOWN = Set.of("db.url", "db.user", "db.outOfOrder");

  @Test
  void acceptsWhatIsKnownAndWhatIsNotOurs() {
    assertThatCode(
            () ->
                UserProperties.check(
                    List.of("db.url", "db.outOfOrder", "skipTests", "dbUrl"), KNOWN, "db:deploy"))
        .doesNotThrowAnyException();
  }

  @Test
  void proposesTheNearestNameForEachThatIsNotKnown() {
    assertThatThrownBy(
            () ->
                UserProperties.check(
                    List.of("db.outoforder", "db.ulr", "db.url"), KNOWN, "db:deploy"))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `-Ddb.outoforder` means nothing to `db:deploy`; did you mean `-Ddb.outOfOrder`?
            `-Ddb.ulr` means nothing to `db:deploy`; did you mean `-Ddb.url`?""");
  }

  @Test
  void listsAllNamesWhereNoneIsNear() {
    assertThatThrownBy(() -> UserProperties.check(List.of("db.steps"), KNOWN, "db:deploy"))
        .hasMessage(
            "`-Ddb.steps` means nothing to `db:deploy`; it knows `db.outOfOrder`, `db.url`,"
                + " `db.user`");
  }
}
