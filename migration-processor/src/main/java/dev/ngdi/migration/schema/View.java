package dev.ngdi.migration.schema;

import java.util.List;

/**
 * A view or materialized view.
 *
 * @param materialized whether it holds rows
 * @param complete false where its columns are not all known
 * @param query what it shows
 * @param columnNames the names that its definition gives to the query's columns, as written; empty
 *     for none
 * @param populated whether a materialized view is filled
 * @param temporary whether it lives as long as the session
 * @param settings {@code option.<name>}; {@code access method}, {@code tablespace}, {@code
 *     recursive}
 */
public record View(
    int oid,
    int scope,
    String name,
    boolean materialized,
    List<Column> columns,
    boolean complete,
    Bound query,
    List<String> columnNames,
    boolean populated,
    boolean temporary,
    Settings settings)
    implements Relation {
  public View {
    columns = List.copyOf(columns);
    columnNames = List.copyOf(columnNames);
  }

  @Override
  public String kind() {
    return materialized ? "MATERIALIZED VIEW" : "VIEW";
  }

  /** The same under another name and in another schema. */
  public View withName(int otherScope, String other) {
    return new View(
        oid,
        otherScope,
        other,
        materialized,
        columns,
        complete,
        query,
        columnNames,
        populated,
        temporary,
        settings);
  }

  /** The same with other columns. */
  public View withColumns(List<Column> others, List<String> names) {
    return new View(
        oid,
        scope,
        name,
        materialized,
        others,
        complete,
        query,
        names,
        populated,
        temporary,
        settings);
  }

  /** The same, filled or not. */
  public View withPopulated(boolean filled) {
    return new View(
        oid,
        scope,
        name,
        materialized,
        columns,
        complete,
        query,
        columnNames,
        filled,
        temporary,
        settings);
  }

  /** The same with other settings. */
  public View withSettings(Settings others) {
    return new View(
        oid,
        scope,
        name,
        materialized,
        columns,
        complete,
        query,
        columnNames,
        populated,
        temporary,
        others);
  }
}
