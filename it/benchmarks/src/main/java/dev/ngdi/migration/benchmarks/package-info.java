/** Benchmarks: each prints ratios of work with us to the same work without, from one run. */
package dev.ngdi.migration.benchmarks;
