package dev.ngdi.migration.schema;

/**
 * Something that a role was granted, or that was taken from everybody.
 *
 * @param role {@code public} for all
 * @param privilege upper case, never {@code ALL}; behind {@link #TAKEN} one that everybody has
 *     without a grant and that was revoked
 * @param grantable whether the role may grant it on
 */
public record Privilege(String role, String privilege, boolean grantable) {
  /** What stands before a privilege that everybody has without a grant and that was revoked. */
  public static final String TAKEN = "NO ";
}
