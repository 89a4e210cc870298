package dev.ngdi.migration.schema.replay;

import java.util.Map;
import java.util.Set;

/** The tables and views that the usual extensions bring. */
final class ExtensionRelations {
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "postgis",
          Set.of("spatial_ref_sys", "geometry_columns", "geography_columns"),
          "postgis_raster",
          Set.of("raster_columns", "raster_overviews"),
          "postgis_topology",
          Set.of("topology", "layer"),
          "pg_buffercache",
          Set.of("pg_buffercache", "pg_buffercache_numa"),
          "pg_stat_statements",
          Set.of("pg_stat_statements", "pg_stat_statements_info"));

  private ExtensionRelations() {}

  static Set<String> of(String extension) {
    return NAMES.getOrDefault(extension, Set.of());
  }

  /** Whether some extension brings a table or view of this name. */
  static boolean has(String name) {
    return NAMES.values().stream().anyMatch(names -> names.contains(name));
  }
}
