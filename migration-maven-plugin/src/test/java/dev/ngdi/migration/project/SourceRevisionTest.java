package dev.ngdi.migration.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceRevisionTest {
  private static final String HASH = "1f0c2d3e4a5b6c7d8e9f00112233445566778899";

  @TempDir private Path root;

  @Test
  void isWhatTheBuildServerSays() {
    assertThat(SourceRevision.find(root, Map.of("GIT_COMMIT", " ", "CI_COMMIT_SHA", HASH)))
        .contains(HASH);
  }

  @Test
  void isTheCommitOfTheBranch() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/refs/heads/main", HASH + "\n");

    assertThat(SourceRevision.find(root.resolve("database"), Map.of())).contains(HASH);
  }

  @Test
  void isTheCommitOfABranchThatIsPacked() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/packed-refs", "# pack-refs with: peeled\n" + HASH + " refs/heads/main\n");

    assertThat(SourceRevision.find(root, Map.of())).contains(HASH);
  }

  @Test
  void isTheCommitWithoutABranch() throws IOException {
    write(".git/HEAD", HASH + "\n");

    assertThat(SourceRevision.find(root, Map.of())).contains(HASH);
  }

  @Test
  void isTheCommitOfAFurtherWorkTree() throws IOException {
    write("main/.git/refs/heads/topic", HASH);
    write("main/.git/worktrees/topic/HEAD", "ref: refs/heads/topic");
    write("main/.git/worktrees/topic/commondir", "../..");
    write("topic/.git", "gitdir: " + root.resolve("main/.git/worktrees/topic"));

    assertThat(SourceRevision.find(root.resolve("topic"), Map.of())).contains(HASH);
  }

  @Test
  void isUnknownInARepositoryWithoutCommits() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");

    assertThat(SourceRevision.find(root, Map.of())).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
