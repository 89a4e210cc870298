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
    // summary, its lock, what that blocks, what cannot be known of it
    "ALTER TABLE app_user, ACCESS EXCLUSIVE, reads and writes, '', true",
    "CREATE INDEX, SHARE, writes, '', true",
    "ALTER TABLE app_user, SHARE UPDATE EXCLUSIVE, schema changes, '', false",
    "UPDATE app_user, ROW EXCLUSIVE, nothing, '', true",
    "SELECT, ACCESS SHARE, nothing, '', false",
    "SELECT, ACCESS SHARE, nothing, what its function does, true",
    "DO, '', '', what it runs, true",
    "CREATE TABLE app_user, '', '', '', true",
    "CREATE INDEX CONCURRENTLY, SHARE UPDATE EXCLUSIVE, schema changes, '', false",
    "DROP INDEX CONCURRENTLY, '', '', '', false"
  })
  void whatMayHoldUpTrafficIsLimited(
      String summary, String lock, String blocks, String unproven, boolean limited) {
    List<RelationEffect> relations =
        blocks.isEmpty()
            ? List.of()
            : List.of(new RelationEffect("app_user", lock, blocks, false, false, false));
    StatementEffect effect =
        new StatementEffect(relations, unproven.isEmpty() ? List.of() : List.of(unproven));

    assertThat(Limits.mayHoldUpTraffic(new StatementSpan(0, 1, 1, summary, effect), summary))
        .isEqualTo(limited);
  }
}
