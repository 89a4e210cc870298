package dev.ngdi.migration.schema.locks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The functions that PostgreSQL brings, and those of its extensions that are often called. */
final class BuiltinFunctions {
  /** For each row another value: functions of {@code uuid-ossp} and {@code pgcrypto}. */
  private static final Set<String> VOLATILE_OF_EXTENSIONS =
      Set.of(
          "uuid_generate_v1",
          "uuid_generate_v1mc",
          "uuid_generate_v4",
          "gen_random_bytes",
          "gen_salt",
          "pgp_sym_encrypt",
          "pgp_sym_encrypt_bytea",
          "pgp_pub_encrypt",
          "pgp_pub_encrypt_bytea");

  private static final Set<String> STABLE_OF_EXTENSIONS =
      Set.of(
          "uuid_generate_v3",
          "uuid_generate_v5",
          "uuid_nil",
          "uuid_ns_dns",
          "uuid_ns_oid",
          "uuid_ns_url",
          "uuid_ns_x500",
          "crypt",
          "digest",
          "hmac",
          "unaccent",
          "hstore",
          "similarity",
          "cube",
          "earth",
          "ll_to_earth");

  /** What the grammar has words for and looks like a call. */
  private static final Set<String> OF_THE_GRAMMAR =
      Set.of(
          "coalesce",
          "greatest",
          "json_array",
          "json_object",
          "json_scalar",
          "json_serialize",
          "least",
          "nullif",
          "row",
          "trim",
          "xmlconcat",
          "xmlelement",
          "xmlforest",
          "xmlparse",
          "xmlpi",
          "xmlroot",
          "xmlserialize");

  private BuiltinFunctions() {}

  /** Read when the first default that calls something is met, not before. */
  private static final class Names {
    private static final Set<String> STABLE = read("stable-functions.txt");
    private static final Set<String> VOLATILE = read("volatile-functions.txt");
  }

  static boolean isKnown(String name) {
    return of(name) != Volatility.UNKNOWN;
  }

  /** Of a function in {@code pg_catalog}. */
  static Volatility of(String name) {
    if (Names.VOLATILE.contains(name)) {
      return Volatility.VOLATILE;
    }
    return Names.STABLE.contains(name) || OF_THE_GRAMMAR.contains(name)
        ? Volatility.STABLE
        : Volatility.UNKNOWN;
  }

  /** Of a function that no migration made. */
  static Volatility ofExtensions(String name) {
    if (VOLATILE_OF_EXTENSIONS.contains(name)) {
      return Volatility.VOLATILE;
    }
    return STABLE_OF_EXTENSIONS.contains(name) ? Volatility.STABLE : Volatility.UNKNOWN;
  }

  static Set<String> stable() {
    return Names.STABLE;
  }

  static Set<String> volatiles() {
    return Names.VOLATILE;
  }

  private static Set<String> read(String file) {
    try (InputStream in = BuiltinFunctions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("`" + file + "` is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Set.of(text.strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
