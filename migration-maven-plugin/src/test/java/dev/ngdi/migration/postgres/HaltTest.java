package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process of a deployer halts at each moment of a run, one after the other. */
@Tag("crash")
class HaltTest {

  @ParameterizedTest
  @EnumSource
  void whereverItHaltsNothingIsSaidThatIsNotSoAndARerunComesToTheSameEnd(Server server)
      throws Exception {
    List<Moment> moments = momentsOfARun(server.database());
    assertThat(moments).contains(Moment.values());
    for (int i = 1; i <= moments.size(); i++) {
      String when = "halted at moment %d, %s".formatted(i, moments.get(i - 1));
      TestDatabase database = server.database();

      try (ChildDeployer deployer = ChildDeployer.start()) {
        deployer.deploy(database, i);
        assertThat(deployer.hasHalted()).as(when).isTrue();
      }

      CrashHistory.assertTruthful(database, when);
      CrashHistory.rerun(database, when);
      CrashHistory.assertComplete(database, when);
      database.drop();
    }
  }

  private static List<Moment> momentsOfARun(TestDatabase database) throws DatabaseException {
    List<Moment> moments = new ArrayList<>();
    try (PostgresDatabase connected =
        PostgresDatabase.connect(
            database.settings(), 14, TestDatabase.ORIGIN, CrashHistory.CODES, moments::add)) {
      Outcome outcome =
          new Engine(CrashHistory.MANIFEST, connected, Progress.NONE).deploy(DeployRequest.PLAIN);
      assertThat(outcome.succeeded()).isTrue();
    }
    CrashHistory.assertComplete(database, "without a fault");
    return moments;
  }
}
