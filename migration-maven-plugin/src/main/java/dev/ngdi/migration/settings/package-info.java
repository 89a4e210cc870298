/** What a goal is told: its parameters, and the database that it works on. */
package dev.ngdi.migration.settings;
