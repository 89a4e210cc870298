package dev.ngdi.migration.rules;

/**
 * A finding that is to be reported.
 *
 * @param rule the id of the rule that found it
 * @param severity what it is to the compiler: an error or a warning
 * @param finding what was found
 * @param acceptable whether an {@code @Allow} may accept it
 */
public record Judgement(String rule, Severity severity, Finding finding, boolean acceptable) {}
