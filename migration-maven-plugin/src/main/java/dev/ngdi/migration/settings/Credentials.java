package dev.ngdi.migration.settings;

import java.util.Optional;

/**
 * A user and a password; printing it does not show the password.
 *
 * @param user the role's name
 * @param password the password in clear
 */
public record Credentials(Optional<String> user, Optional<String> password) {

  /** Nobody. */
  public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return user.orElse("nobody") + (password.isPresent() ? " with a password" : "");
  }
}
