package dev.ngdi.migration.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

final class SkeletonReportTest {
  private static final SkeletonReport REPORT =
      new SkeletonReport(
          "V20261122103700__add_user_role_field",
          "src/main/java/org/example/db/V20261122103700__add_user_role_field.java");

  @Test
  void saysWhereTheClassIsAndWhatItNeeds() {
    assertThat(String.join("\n", REPORT.lines()))
        .isEqualTo(
            """
            made src/main/java/org/example/db/V20261122103700__add_user_role_field.java
                it compiles once it has a Javadoc sentence, `up` and `down`
            `V20261122103700__add_user_role_field` is made and nothing is applied: fill it in, and \
            type `mvn db:migrate` to apply it to the dev database""");
  }

  @Test
  void tellsMachinesTheSame() {
    assertThat(REPORT.json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "id": "V20261122103700__add_user_role_field",
                  "file": "src/main/java/org/example/db/V20261122103700__add_user_role_field.java"
                }
                """));
  }
}
