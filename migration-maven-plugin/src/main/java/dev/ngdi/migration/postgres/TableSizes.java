package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.TableSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * About how big the tables are that a plan touches, in one query. From what the server last counted
 * and not from {@code pg_total_relation_size}, which would wait for whoever has a table locked.
 */
final class TableSizes {
  private static final String SIZES =
      """
      WITH RECURSIVE part (root, oid) AS (
        SELECT wanted.oid, wanted.oid::oid FROM unnest(?) wanted (oid)
        UNION
        SELECT part.root, i.inhrelid
        FROM part JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid
      ), stored (root, partitioned, rows, pages) AS (
        SELECT part.root, c.relkind = 'p', c.reltuples,
          (SELECT sum(heap.relpages + coalesce(
              (SELECT sum(x.relpages)
               FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
               WHERE i.indrelid = heap.oid), 0))
           FROM pg_catalog.pg_class heap WHERE heap.oid IN (c.oid, c.reltoastrelid))
        FROM part JOIN pg_catalog.pg_class c ON c.oid = part.oid AND c.relkind IN ('r', 'm', 'p')
      )
      SELECT root,
        coalesce(bool_or(rows >= 0) FILTER (WHERE NOT partitioned), true),
        coalesce(sum(rows) FILTER (WHERE rows >= 0 AND NOT partitioned), 0)::bigint,
        coalesce(sum(pages) FILTER (WHERE rows >= 0 AND NOT partitioned), 0)::bigint
          * current_setting('block_size')::bigint
      FROM stored GROUP BY root""";

  private TableSizes() {}

  /** By the names in the manifest; what is no table is left out. */
  static Map<String, Optional<TableSize>> of(List<TouchedRelation> touched, Session session)
      throws SQLException {
    if (touched.isEmpty()) {
      return Map.of();
    }
    Map<Long, Table> tables =
        session.list(SIZES, TableSizes::table, TouchedRelation.oids(touched, session)).stream()
            .collect(Collectors.toMap(Table::oid, table -> table));
    return touched.stream()
        .filter(relation -> tables.containsKey(relation.oid()))
        .collect(
            Collectors.toMap(
                TouchedRelation::name,
                relation -> Optional.ofNullable(tables.get(relation.oid())).flatMap(Table::size)));
  }

  private static Table table(ResultSet row) throws SQLException {
    return new Table(
        row.getLong(1),
        row.getBoolean(2)
            ? Optional.of(new TableSize(row.getLong(3), row.getLong(4)))
            : Optional.empty());
  }

  private record Table(long oid, Optional<TableSize> size) {}
}
