package dev.ngdi.migration.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each version that is asked for is the one that runs. */
@Tag("fast")
class ServersTest {
  static List<Integer> majors() {
    return Servers.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void itRunsTheVersionThatIsAskedFor(int major) throws SQLException {
    try (Connection connection = Servers.connect(major)) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(major);
    }
  }
}
