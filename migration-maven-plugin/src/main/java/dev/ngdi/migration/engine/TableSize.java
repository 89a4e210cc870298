package dev.ngdi.migration.engine;

/**
 * About how big a table is, as the server last counted it: its partitions included.
 *
 * @param rows its rows
 * @param bytes what it takes on the disk, with its indexes
 */
public record TableSize(long rows, long bytes) {}
