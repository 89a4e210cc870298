package dev.ngdi.migration.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RenderingTest {
  @ParameterizedTest
  @CsvSource({
    "numeric, numeric",
    "json, json",
    "bit, bit",
    "int4, integer",
    "timestamptz, timestamp with time zone",
    "jsonb, jsonb",
  })
  void aTypeIsNamedAsTheServerNamesIt(String builtin, String expected) {
    assertThat(Rendering.type(Schema.empty(18), TypeRef.of(builtin))).isEqualTo(expected);
  }

  @Test
  void aWordOfTheGrammarIsNotQuotedWhereItNamesAType() {
    TypeRef price = new TypeRef("numeric", 0, List.of("8", "2"), "", 1);

    assertThat(Rendering.type(Schema.empty(18), price)).isEqualTo("numeric(8,2)[]");
  }
}
