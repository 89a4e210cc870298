package dev.ngdi.migration.schema;

/**
 * Something that a role was granted.
 *
 * @param role {@code public} for all
 * @param privilege upper case; {@code ALL} for all
 * @param grantable whether the role may grant it on
 */
public record Privilege(String role, String privilege, boolean grantable) {}
