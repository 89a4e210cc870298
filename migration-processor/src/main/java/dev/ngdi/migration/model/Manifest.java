package dev.ngdi.migration.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All declared migrations of a module, ordered by version.
 *
 * @param postgres the oldest major version of PostgreSQL that they must run on
 * @param migrations the migrations; no two have one version
 */
public record Manifest(int postgres, List<DeclaredMigration> migrations) {
  /** Where it stands in a module's output and jar. */
  public static final String PATH = "META-INF/migrations/manifest.json";

  /** Where its form for reading stands. */
  public static final String READABLE_PATH = "META-INF/migrations/manifest.md";

  public Manifest {
    migrations =
        migrations.stream()
            .sorted(
                Comparator.comparing(DeclaredMigration::id)
                    .thenComparing(DeclaredMigration::className))
            .toList();
  }

  /** The migration of an id. */
  public Optional<DeclaredMigration> find(String id) {
    return migrations.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /**
   * The chained digest over all: each link is the SHA-256 of the link before it, the id, and the
   * digests of up and down, so it changes with any of them and with their order.
   */
  public String sha256() {
    String chain = "";
    for (DeclaredMigration m : migrations) {
      chain =
          Digest.sha256(
              String.join("\n", chain, m.id(), m.sha256(), m.down().map(Sql::sha256).orElse("-")));
    }
    return chain.isEmpty() ? Digest.sha256("") : chain;
  }
}
