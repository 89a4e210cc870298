package dev.ngdi.migration.embedded;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gives the server its programs out of a jar; it holds one archive, that of its platform.
 *
 * @param jar the jar
 */
record BinariesJar(Path jar) implements PgBinaryResolver {
  private static final String ARCHIVE = ".txz";

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(ARCHIVE))
              .findFirst()
              .orElseThrow(() -> new IOException("`" + jar + "` holds no PostgreSQL"));
      return new ByteArrayInputStream(zip.getInputStream(archive).readAllBytes());
    }
  }
}
