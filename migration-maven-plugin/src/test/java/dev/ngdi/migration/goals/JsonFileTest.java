package dev.ngdi.migration.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.ngdi.migration.postgres.Target;
import dev.ngdi.migration.settings.ChosenDatabase;
import dev.ngdi.migration.settings.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonFileTest {
  @TempDir private Path directory;

  @Test
  void tellsWhichDatabaseAndWhatCameOfItWithoutAnySecret() {
    JsonObject detail = new JsonObject();
    JsonArray remarks = new JsonArray();
    remarks.add("a query says 's3cret'");
    detail.addProperty("pending", 2);
    detail.add("remarks", remarks);

    new JsonFile(directory.resolve("db"), new SystemStreamLog())
        .write(
            "status",
            Optional.of(
                new ChosenDatabase(
                    "jdbc:postgresql://db/portal?sslpassword=other",
                    "jdbc:postgresql://db/portal",
                    new Credentials(Optional.of("ann"), Optional.of("s3cret")),
                    Optional.of("catalogue"),
                    "DB_URL",
                    false)),
            Optional.of(
                new Target(
                    "db-2", 5433, "portal", Optional.of("742"), "catalogue", "ann", "15.19")),
            "succeeded",
            detail);

    assertThat(directory.resolve("db/status.json"))
        .hasContent(
            """
            {
              "format": 1,
              "goal": "status",
              "outcome": "succeeded",
              "database": {
                "url": "jdbc:postgresql://db/portal",
                "schema": "catalogue",
                "user": "ann",
                "source": "DB_URL",
                "embedded": false
              },
              "server": {
                "host": "db-2",
                "port": 5433,
                "version": "15.19",
                "identity": "portal@742"
              },
              "pending": 2,
              "remarks": [
                "a query says '********'"
              ]
            }
            """);
  }

  @Test
  void onlyWarnsThatItCannotBeWritten() throws Exception {
    Files.writeString(directory.resolve("db"), "a file in the way");

    assertThatCode(
            () ->
                new JsonFile(directory.resolve("db"), new SystemStreamLog())
                    .write(
                        "deploy",
                        Optional.empty(),
                        Optional.empty(),
                        "succeeded",
                        new JsonObject()))
        .doesNotThrowAnyException();
  }
}
