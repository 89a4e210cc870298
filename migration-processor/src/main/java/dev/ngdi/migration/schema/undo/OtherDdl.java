package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Statistics;
import java.util.List;

/** Schemas, extensions, statistics and what else there is as SQL. */
final class OtherDdl {
  private OtherDdl() {}

  static String create(Namespace namespace) {
    return "CREATE SCHEMA " + Written.own(namespace);
  }

  static String create(Schema schema, Extension extension) {
    return "CREATE EXTENSION "
        + Written.own(extension)
        + schema
            .get(extension.namespace(), Namespace.class)
            .map(namespace -> " SCHEMA " + Written.own(namespace))
            .orElse("")
        + (extension.version().isEmpty() ? "" : " VERSION " + version(extension));
  }

  static String version(Extension extension) {
    return Written.quoted(extension.version().replaceAll("^['\"]|['\"]$", ""));
  }

  static List<String> create(Schema schema, Statistics statistics) {
    String kinds =
        statistics.kinds().isEmpty() ? "" : " (" + String.join(", ", statistics.kinds()) + ")";
    boolean temporary = statistics.scope() == Schema.PG_TEMP;
    String name = (temporary ? "pg_temp." : "") + Written.name(schema, statistics.oid());
    String create =
        "CREATE STATISTICS "
            + name
            + kinds
            + " ON "
            + IndexDdl.key(schema, statistics.table(), statistics.parts())
            + " FROM "
            + Written.name(schema, statistics.table());
    return statistics.target().isEmpty()
        ? List.of(create)
        : List.of(create, "ALTER STATISTICS " + name + " SET STATISTICS " + statistics.target());
  }

  static String create(Schema schema, OtherObject object) {
    return ("CREATE "
            + object.kind()
            + " "
            + Written.name(schema, object.oid())
            + " "
            + object.definition())
        .strip();
  }
}
