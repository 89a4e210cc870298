package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    // summary, what its lock blocks, what cannot be known of it
    "ALTER TABLE app_user, reads and writes, '', true",
    "CREATE INDEX, writes, '', true",
    "ALTER TABLE app_user, schema changes, '', false",
    "INSERT INTO app_user, nothing, '', false",
    "INSERT INTO app_user, nothing, what its trigger does, true",
    "DO, '', what it runs, true",
    "CREATE TABLE app_user, '', '', true",
    "CREATE INDEX CONCURRENTLY, schema changes, '', false",
    "DROP INDEX CONCURRENTLY, '', '', false"
  })
  void whatMayHoldUpTrafficIsLimited(
      String summary, String blocks, String unproven, boolean limited) {
    List<RelationEffect> relations =
        blocks.isEmpty()
            ? List.of()
            : List.of(new RelationEffect("app_user", "", blocks, false, false, false));
    StatementEffect effect =
        new StatementEffect(relations, unproven.isEmpty() ? List.of() : List.of(unproven));

    assertThat(Limits.mayHoldUpTraffic(new StatementSpan(0, 1, 1, summary, effect), summary))
        .isEqualTo(limited);
  }
}
