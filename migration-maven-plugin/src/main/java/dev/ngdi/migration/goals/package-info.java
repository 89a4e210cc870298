/** The Maven goals: each one reads its parameters, calls the engine once, and prints a report. */
package dev.ngdi.migration.goals;
