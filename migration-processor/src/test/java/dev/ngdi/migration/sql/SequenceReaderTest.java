package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AS int | {as=integer}",
        "AS pg_catalog.int2 | {as=smallint}",
        "START 5 | {start=5}",
        "START WITH -5 | {start=-5}",
        "INCREMENT BY 1_000 CACHE 20 | {cache=20, increment=1000}",
        "INCREMENT + 2 | {increment=2}",
        "MINVALUE -9 MAXVALUE 9 CYCLE | {cycle=true, maxvalue=9, minvalue=-9}",
        "NO MINVALUE NO MAXVALUE NO CYCLE | {cycle=false, maxvalue=, minvalue=}",
        "RESTART | {restart=}",
        "RESTART CACHE 2 | {cache=2, restart=}",
        "RESTART WITH 7 | {restart=7}",
        "SEQUENCE NAME app.\"S\" START 2 | {name=app.\"S\", start=2}",
        "UNLOGGED | {logged=false}",
      })
  void optionsHaveTheirValues(String written, String values) {
    Cursor cursor = Cursor.over(written);

    assertThat(new TreeMap<>(SequenceReader.read(cursor).values())).hasToString(values);
    assertThat(cursor.atEnd()).isTrue();
  }

  @Test
  void aSequenceCanBeOwnedByAColumnOrByNone() {
    assertThat(SequenceReader.read(Cursor.over("OWNED BY app.t.\"Id\" START 1")).ownedBy())
        .contains(List.of("app", "t", "Id"));
    assertThat(SequenceReader.read(Cursor.over("START 1 OWNED BY NONE")).ownedBy())
        .contains(List.of());
    assertThat(SequenceReader.read(Cursor.over("START 1")).ownedBy()).isEmpty();
  }
}
