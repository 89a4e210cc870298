package dev.ngdi.migration.benchmarks;

/**
 * A change as Flyway Core and Liquibase get it.
 *
 * @param version digits
 * @param name words in snake case
 * @param sql what it runs
 */
record Change(String version, String name, String sql) {}
