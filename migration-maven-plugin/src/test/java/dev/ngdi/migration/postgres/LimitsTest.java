package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    // relations, the server's deadlock_timeout, lock_timeout, the limit, all in ms
    "0, 1000, 2000, 2000",
    "1, 1000, 2000, 2000",
    "2, 1000, 2000, 450",
    "3, 1000, 2000, 300",
    "2, 1000, 300, 300",
    "2, 10000, 2000, 2000",
    "40, 1000, 2000, 50",
    "2, 1000, 0, 0"
  })
  void whatLocksSeveralRelationsGivesUpBeforeSomebodyLooksForADeadlock(
      int relations, long deadlock, long lock, long limit) {
    Limits limits = new Limits(Duration.ofMillis(lock), Duration.ofSeconds(7));

    assertThat(limits.among(relations, Duration.ofMillis(deadlock)))
        .isEqualTo(new Limits(Duration.ofMillis(limit), Duration.ofSeconds(7)));
  }

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

  @ParameterizedTest
  @CsvSource({
    // SQLSTATE, ran for, limit (0: none), cancelled by us, whether the limit ended it
    "57014, 1000, 1000, false, true",
    "57014, 1007, 1000, false, true",
    "57014, 999, 1000, false, false",
    "57014, 3000, 0, false, false",
    "57014, 1007, 1000, true, false",
    "55P03, 1007, 1000, false, false",
    "'', 1007, 1000, false, false"
  })
  void aStatementThatIsEndedBehindItsLimitRanIntoIt(
      String sqlState, long ran, long limit, boolean cancelled, boolean ended) {
    Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofMillis(limit));

    assertThat(
            limits.ended(
                Optional.of(sqlState).filter(s -> !s.isEmpty()), Duration.ofMillis(ran), cancelled))
        .isEqualTo(ended);
  }
}
