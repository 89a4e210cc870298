package dev.ngdi.migration.processor;

import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.schema.Schema;

/**
 * What holds for a whole module.
 *
 * @param policy the settings of the rules
 * @param start the schema before its first migration
 */
record ModuleSettings(Policy policy, Schema start) {}
