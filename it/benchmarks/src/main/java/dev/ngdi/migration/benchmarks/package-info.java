/** Benchmarks: each compares, within one run, work with us and the same work without. */
package dev.ngdi.migration.benchmarks;
