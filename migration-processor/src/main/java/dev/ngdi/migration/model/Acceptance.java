package dev.ngdi.migration.model;

/**
 * An {@code @Allow}.
 *
 * @param rule the accepted rule's id
 * @param because the reason given
 */
public record Acceptance(String rule, String because) {}
