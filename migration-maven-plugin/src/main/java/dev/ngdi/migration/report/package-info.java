/** What the goals say, as values: lines for people, JSON for machines. */
package dev.ngdi.migration.report;
