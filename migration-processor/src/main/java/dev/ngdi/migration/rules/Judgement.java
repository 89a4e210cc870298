package dev.ngdi.migration.rules;

/**
 * A finding as the compiler is to report it.
 *
 * @param rule the id of the rule that found it
 * @param severity what it is to the compiler; never {@link Severity#OFF}
 * @param finding what was found
 * @param acceptable whether an {@code @Allow} of the rule would accept it
 */
public record Judgement(String rule, Severity severity, Finding finding, boolean acceptable) {}
