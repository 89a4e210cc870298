package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestPage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ManifestReportTest {
  private static final Manifest MANIFEST = manifest(table(1), table(2));

  @Test
  void printsTheWholePage() {
    ManifestReport report = new ManifestReport(MANIFEST, Optional.empty(), Optional.empty());

    assertThat(String.join("\n", report.lines()))
        .isEqualTo(
            ManifestPage.of(MANIFEST)
                + "\nthe manifest has 2 migrations: type `mvn db:plan` to see what they would do to"
                + " a database");
  }

  @Test
  void leavesOutWhatIsNotNewerThanAMigration() {
    ManifestReport report = new ManifestReport(MANIFEST, Optional.of(id(1)), Optional.empty());

    assertThat(report.page()).contains("\n## " + id(2) + "\n").doesNotContain(id(1));
    assertThat(report.lines())
        .last()
        .isEqualTo(
            "the manifest has 1 migration newer than `V20261101000001__create_table_one`: type"
                + " `mvn db:plan` to see what it would do to a database");
  }

  @Test
  void saysWhereItWroteThePageInsteadOfPrintingIt() {
    assertThat(new ManifestReport(MANIFEST, Optional.empty(), Optional.of("review.md")).lines())
        .containsExactly(
            "the manifest has 2 migrations, written to `review.md`: type `mvn db:plan` to see what"
                + " they would do to a database");
  }

  @Test
  void tellsMachinesTheSame() {
    assertThat(new ManifestReport(MANIFEST, Optional.of(id(1)), Optional.of("review.md")).json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "sha256": "%s",
                  "postgres": 14,
                  "file": "review.md",
                  "migrations": ["V20261101000002__create_table_two"]
                }
                """
                    .formatted(MANIFEST.sha256())));
  }
}
