package dev.ngdi.migration.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.settings.GoalException;
import dev.ngdi.migration.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestsTest {
  private static final Settings TYPED_NOTHING = new Settings(Map.of());

  @Test
  void aDeployIsPlainUnlessTheUserSaysOtherwise() throws Exception {
    assertThat(Requests.deploy(TYPED_NOTHING, "", "", "")).isEqualTo(DeployRequest.PLAIN);
    assertThat(Requests.deploy(TYPED_NOTHING, "true", "merged by hand", "20261101000000"))
        .isEqualTo(
            new DeployRequest(
                Optional.empty(),
                true,
                Optional.of("merged by hand"),
                Optional.of("20261101000000")));
  }

  @Test
  void aDeployTakesAnEnvironmentWhereThereIsOne() {
    assertThat(Requests.in(DeployRequest.PLAIN, Optional.empty())).isEqualTo(DeployRequest.PLAIN);
    assertThat(Requests.in(DeployRequest.PLAIN, Optional.of("staging")).environment())
        .contains("staging");
  }

  @Test
  void aBaselineIsAVersion() {
    assertThatThrownBy(() -> Requests.deploy(TYPED_NOTHING, "", "", "20261301000000"))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            "`db.baseline` is `20261301000000`; write a version, 14 digits such as"
                + " `20261101000000`");
  }

  @Test
  void aReasonIsMoreThanYes() {
    assertThatThrownBy(() -> Requests.deploy(TYPED_NOTHING, "", "true", ""))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            "`db.allowMissing` is `true`; write why migrations may be missing, for the report shows it");
  }

  @Test
  void aDownTakesOneBackUnlessTheUserSaysHowFar() throws Exception {
    assertThat(Requests.down(TYPED_NOTHING, "", "")).isEqualTo(new DownRequest.Steps(1));
    assertThat(Requests.down(TYPED_NOTHING, "3", "")).isEqualTo(new DownRequest.Steps(3));
    assertThat(Requests.down(TYPED_NOTHING, "", "20261101000000"))
        .isEqualTo(new DownRequest.To("20261101000000"));
  }

  @Test
  void aDownIsToldHowFarInOneWay() {
    assertThatThrownBy(() -> Requests.down(TYPED_NOTHING, "3", "20261101000000"))
        .isInstanceOf(GoalException.class)
        .hasMessage("`db.steps` and `db.to` both say how far to go back; leave one of them out");
    assertThatThrownBy(() -> Requests.down(TYPED_NOTHING, "0", ""))
        .hasMessage("`db.steps` is `0`; write a whole number from 1 on");
  }
}
