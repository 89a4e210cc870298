package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeReaderTest {

  /** What PostgreSQL's grammar has words for, or stands in the catalogue's own schema. */
  private static final String OF_THE_CATALOGUE =
      """
      int                         | pg_catalog.int4
      INTEGER                     | pg_catalog.int4
      bigint                      | pg_catalog.int8
      smallint                    | pg_catalog.int2
      real                        | pg_catalog.float4
      float                       | pg_catalog.float8
      float(24)                   | pg_catalog.float4
      float(25)                   | pg_catalog.float8
      double precision            | pg_catalog.float8
      numeric                     | pg_catalog.numeric
      decimal(10)                 | pg_catalog.numeric(10)
      dec(10, -2)                 | pg_catalog.numeric(10,-2)
      boolean                     | pg_catalog.bool
      json                        | pg_catalog.json
      varchar                     | pg_catalog.varchar
      varchar(20)                 | pg_catalog.varchar(20)
      character varying(20)       | pg_catalog.varchar(20)
      char varying                | pg_catalog.varchar
      char                        | pg_catalog.bpchar(1)
      character(3)                | pg_catalog.bpchar(3)
      nchar(3)                    | pg_catalog.bpchar(3)
      nchar varying(3)            | pg_catalog.varchar(3)
      national character(3)       | pg_catalog.bpchar(3)
      national char varying(3)    | pg_catalog.varchar(3)
      bit                         | pg_catalog.bit(1)
      bit(3)                      | pg_catalog.bit(3)
      bit varying                 | pg_catalog.varbit
      bit varying(3)              | pg_catalog.varbit(3)
      time                        | pg_catalog.time
      time(3) without time zone   | pg_catalog.time(3)
      time with time zone         | pg_catalog.timetz
      timestamp                   | pg_catalog.timestamp
      timestamp(3)                | pg_catalog.timestamp(3)
      timestamp without time zone | pg_catalog.timestamp
      timestamp(3) with time zone | pg_catalog.timestamptz(3)
      interval                    | pg_catalog.interval
      interval(3)                 | pg_catalog.interval(3)
      interval year to month      | pg_catalog.interval year to month
      interval day to second(3)   | pg_catalog.interval day to second(3)
      int[]                       | pg_catalog.int4[]
      int[3][]                    | pg_catalog.int4[][]
      int ARRAY                   | pg_catalog.int4[]
      varchar(5) ARRAY[3]         | pg_catalog.varchar(5)[]
      timestamp with time zone[]  | pg_catalog.timestamptz[]
      pg_catalog.varchar(3)       | pg_catalog.varchar(3)
      pg_catalog.int4             | pg_catalog.int4
      """;

  private static final String OTHERS =
      """
      text                        | text
      varbit(3)                   | varbit(3)
      timestamptz(3)              | timestamptz(3)
      serial                      | serial
      "char"                      | char
      "Role"[]                    | Role[]
      app.Role                    | app.role
      public.geometry(Point, 4326) | public.geometry(Point,4326)
      """;

  static Stream<Arguments> ofTheCatalogue() {
    return rows(OF_THE_CATALOGUE);
  }

  static Stream<Arguments> all() {
    return rows(OF_THE_CATALOGUE + OTHERS);
  }

  private static Stream<Arguments> rows(String table) {
    return table.lines().map(row -> arguments((Object[]) row.split("\\s+\\|\\s+", -1)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aColumnsTypeIsNamedAsInTheCatalogue(String written, String name) {
    Script script = Script.parse("CREATE TABLE t (c " + written + " NOT NULL, d int)");

    assertThat(script.problems()).isEmpty();
    assertThat(script.all(Statement.CreateTable.class).get(0).elements())
        .first()
        .isInstanceOfSatisfying(
            TableElement.Column.class,
            column -> {
              assertThat(column.type().map(TypeReaderTest::show)).contains(name);
              assertThat(column.constraints()).hasSize(1);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "national", "double.t", "int.t"})
  void aWordThatOnlyBeginsATypesNameIsANameItself(String written) {
    assertThat(show(TypeReader.read(Cursor.over(written)))).isEqualTo(written);
  }

  @Test
  void aFunctionsResultCanBeASetOrAColumnsType() {
    assertThat(TypeReader.read(Cursor.over("SETOF app.users")))
        .isEqualTo(
            new TypeName(
                new QualifiedName(Optional.of("app"), "users"), List.of(), "", 0, true, false));
    assertThat(TypeReader.read(Cursor.over("app.users.name%TYPE")))
        .isEqualTo(
            new TypeName(
                new QualifiedName(Optional.of("app.users"), "name"),
                List.of(),
                "",
                0,
                false,
                true));
    assertThat(TypeReader.read(Cursor.over("\"Users\".id%TYPE")).name())
        .isEqualTo(new QualifiedName(Optional.of("\"Users\""), "id"));
  }

  private static String show(TypeName type) {
    return type.name().schema().map(schema -> schema + ".").orElse("")
        + type.name().name()
        + (type.fields().isEmpty() ? "" : " " + type.fields())
        + (type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")")
        + "[]".repeat(type.dimensions());
  }
}
