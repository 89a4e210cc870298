package dev.ngdi.migration.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyActionsTest {
  @TempDir private Path sources;

  @Test
  void areTheWordsOfThePolicy() throws Exception {
    Files.createDirectories(sources.resolve("org/example"));
    Files.writeString(
        sources.resolve("org/example/package-info.java"),
        """
        @MigrationPolicy(postgres = 15, actions = {"publish", "withdraw"}, enforceFrom = "20261101000000")
        package org.example;
        """);

    assertThat(PolicyActions.in(sources)).containsExactlyInAnyOrder("publish", "withdraw");
  }

  @Test
  void areNoneWithoutAPolicy() {
    assertThat(PolicyActions.in(sources)).isEmpty();
    assertThat(PolicyActions.in(sources.resolve("missing"))).isEmpty();
  }
}
