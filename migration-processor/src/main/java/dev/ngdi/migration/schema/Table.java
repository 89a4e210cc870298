package dev.ngdi.migration.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param scope the number of its schema
 * @param complete false for a table that a migration uses and none makes, and for one that
 *     something unreadable made or changed
 * @param parents the tables that it inherits from, in order; of a partition the partitioned table
 * @param partitionBy how it is partitioned
 * @param bound {@code FOR VALUES …} or {@code DEFAULT}, for a partition
 * @param ofType the number of the composite type of a typed table; 0 for none
 * @param server the server of a foreign table; empty for others
 * @param settings {@code option.<name>} for storage parameters; {@code access method}, {@code
 *     tablespace}, {@code row security} ({@code on}), {@code force row security}, {@code replica
 *     identity}, {@code cluster on} (the index's number)
 * @param lastNumber the highest number that a column ever had, for none is used twice
 */
public record Table(
    int oid,
    int scope,
    String name,
    Persistence persistence,
    List<Column> columns,
    boolean complete,
    List<Integer> parents,
    Optional<Partitioning> partitionBy,
    Optional<String> bound,
    int ofType,
    String server,
    Settings settings,
    int lastNumber)
    implements Relation {

  /** How long and how safely rows are kept. */
  public enum Persistence {
    PERMANENT,
    UNLOGGED,
    TEMPORARY
  }

  /**
   * How a table is partitioned.
   *
   * @param strategy {@code RANGE}, {@code LIST} or {@code HASH}
   */
  public record Partitioning(String strategy, List<Index.Part> key) {
    public Partitioning {
      key = List.copyOf(key);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    for (Column column : columns) {
      lastNumber = Math.max(lastNumber, column.number());
    }
    parents = List.copyOf(parents);
  }

  /** A table none of whose columns was dropped yet. */
  public Table(
      int oid,
      int scope,
      String name,
      Persistence persistence,
      List<Column> columns,
      boolean complete,
      List<Integer> parents,
      Optional<Partitioning> partitionBy,
      Optional<String> bound,
      int ofType,
      String server,
      Settings settings) {
    this(
        oid,
        scope,
        name,
        persistence,
        columns,
        complete,
        parents,
        partitionBy,
        bound,
        ofType,
        server,
        settings,
        0);
  }

  @Override
  public String kind() {
    return server.isEmpty() ? "TABLE" : "FOREIGN TABLE";
  }

  /** Whether it is a partition of another table. */
  public boolean isPartition() {
    return bound.isPresent();
  }

  /** Whether it is the same table but for the columns that have come and gone. */
  public boolean isSame(Table other) {
    return equals(
        new Table(
            other.oid,
            other.scope,
            other.name,
            other.persistence,
            other.columns,
            other.complete,
            other.parents,
            other.partitionBy,
            other.bound,
            other.ofType,
            other.server,
            other.settings,
            lastNumber));
  }

  /** The same under another name and in another schema. */
  public Table withName(int otherScope, String other) {
    return new Table(
        oid,
        otherScope,
        other,
        persistence,
        columns,
        complete,
        parents,
        partitionBy,
        bound,
        ofType,
        server,
        settings,
        lastNumber);
  }

  /** The same with other columns. */
  public Table withColumns(List<Column> others) {
    return new Table(
        oid,
        scope,
        name,
        persistence,
        others,
        complete,
        parents,
        partitionBy,
        bound,
        ofType,
        server,
        settings,
        lastNumber);
  }

  /** The same with one column more. */
  public Table withMore(Column column) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return withColumns(more);
  }

  /** The same with one column exchanged for another of its number. */
  public Table withColumn(Column changed) {
    return withColumns(
        columns.stream().map(c -> c.number() == changed.number() ? changed : c).toList());
  }

  /** The same, of which not all is known. */
  public Table incomplete() {
    return new Table(
        oid,
        scope,
        name,
        persistence,
        columns,
        false,
        parents,
        partitionBy,
        bound,
        ofType,
        server,
        settings,
        lastNumber);
  }

  /** The same with other parents, as a partition if there is a bound. */
  public Table withParents(List<Integer> others, Optional<String> otherBound) {
    return new Table(
        oid,
        scope,
        name,
        persistence,
        columns,
        complete,
        others,
        partitionBy,
        otherBound,
        ofType,
        server,
        settings,
        lastNumber);
  }

  /** The same, partitioned or not. */
  public Table withPartitioning(Optional<Partitioning> other) {
    return new Table(
        oid,
        scope,
        name,
        persistence,
        columns,
        complete,
        parents,
        other,
        bound,
        ofType,
        server,
        settings,
        lastNumber);
  }

  /** The same, kept otherwise. */
  public Table withPersistence(Persistence other) {
    return new Table(
        oid,
        scope,
        name,
        other,
        columns,
        complete,
        parents,
        partitionBy,
        bound,
        ofType,
        server,
        settings,
        lastNumber);
  }

  /** The same, of another composite type or none. */
  public Table withType(int type) {
    return new Table(
        oid,
        scope,
        name,
        persistence,
        columns,
        complete,
        parents,
        partitionBy,
        bound,
        type,
        server,
        settings,
        lastNumber);
  }

  /** The same with other settings. */
  public Table withSettings(Settings others) {
    return new Table(
        oid,
        scope,
        name,
        persistence,
        columns,
        complete,
        parents,
        partitionBy,
        bound,
        ofType,
        server,
        others,
        lastNumber);
  }
}
