/** The rules, one class each, listed in {@link dev.ngdi.migration.rules.Rules#ALL}. */
package dev.ngdi.migration.rules;
