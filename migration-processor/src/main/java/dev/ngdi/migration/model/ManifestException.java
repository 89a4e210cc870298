package dev.ngdi.migration.model;

/** A manifest that cannot be read; the message says why, with "it" for the manifest. */
public final class ManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  ManifestException(String message) {
    super(message);
  }
}
