package dev.ngdi.migration.schema.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The model says of each case what servers were seen to do; where it cannot, it says so. */
class LockTableTest {
  /** Where it depends on a key of more than one column. */
  private static final Set<String> ASSUMED =
      Set.of("attach-timestamptz-check-not-null-column", "attach-two-columns");

  private static final Map<Integer, Schema> COMMON = new HashMap<>();

  static Stream<Arguments> cases() {
    return IntStream.rangeClosed(14, 18)
        .boxed()
        .flatMap(major -> LockCase.of(major).stream().map(c -> Arguments.of(major, c)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theModelSaysWhatTheServerDoes(int major, LockCase lockCase) {
    Schema common = COMMON.computeIfAbsent(major, LockTableTest::common);
    Course setup = Course.of(common, Script.parse(lockCase.setup()));
    Schema start = setup.end();
    List<Step> steps = Course.of(start, Script.parse(lockCase.statement())).steps();
    LockEffect effect = LockEffect.NONE;
    for (Step step : steps) {
      effect = and(effect, Locks.of(step, major).onExisting(start));
    }
    if (ASSUMED.contains(lockCase.id())) {
      assertThat(effect.unproven()).isNotEmpty();
      assertThat(effect.relations()).anyMatch(lock -> !lock.certain() && lock.scan());
    } else {
      assertThat(Held.of(effect)).hasToString(lockCase.expected());
    }
  }

  private static Schema common(int major) {
    return Course.of(Schema.empty(major).closed(), Script.parse(LockCase.commonSetup())).end();
  }

  private static LockEffect and(LockEffect one, LockEffect other) {
    return new LockEffect(
        Stream.concat(one.relations().stream(), other.relations().stream()).toList(),
        Stream.concat(one.unproven().stream(), other.unproven().stream()).toList());
  }
}
