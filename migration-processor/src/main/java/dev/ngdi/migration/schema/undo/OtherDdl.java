package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Statistics;

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

  static String create(Schema schema, Statistics statistics) {
    String kinds =
        statistics.kinds().isEmpty() ? "" : " (" + String.join(", ", statistics.kinds()) + ")";
    return "CREATE STATISTICS "
        + Written.name(schema, statistics.oid())
        + kinds
        + " ON "
        + IndexDdl.key(schema, statistics.table(), statistics.parts())
        + " FROM "
        + Written.name(schema, statistics.table());
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
