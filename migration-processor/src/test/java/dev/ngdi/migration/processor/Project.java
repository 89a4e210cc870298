package dev.ngdi.migration.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A module on disk, compiled by a real compiler as Maven or an IDE would. */
final class Project {
  private final Path root;
  private final JavaCompiler compiler;
  private final List<Path> classPath = new ArrayList<>();

  Project(Path root) {
    this(root, ToolProvider.getSystemJavaCompiler());
  }

  Project(Path root, JavaCompiler compiler) {
    this.root = root;
    this.compiler = compiler;
    createDirectories(output());
    createDirectories(sources());
  }

  Path output() {
    return root.resolve("classes");
  }

  private Path sources() {
    return root.resolve("src");
  }

  Project dependsOn(Project other) {
    classPath.add(other.output());
    return this;
  }

  /** Writes a source file of the package {@code org.example.db}. */
  Project source(String className, String text) {
    return source("org.example.db", className, text);
  }

  Project source(String packageName, String className, String text) {
    write(
        sources().resolve(packageName.replace('.', '/')).resolve(className + ".java"),
        "package " + packageName + ";\n" + text);
    return this;
  }

  /** Writes a source file as it is. */
  Project plainSource(String path, String text) {
    write(sources().resolve(path), text);
    return this;
  }

  /** Writes a schema migration that creates or changes one thing. */
  Project migration(String className, String up, String down) {
    return source(
        className,
        """
        import dev.ngdi.migration.*;

        /** What reviewers should know. */
        @SchemaMigration(up = "%s", down = "%s")
        final class %s {}
        """
            .formatted(up, down, className));
  }

  Project resource(String name, byte[] content) {
    Path file = output().resolve(name);
    createDirectories(file.resolveSibling(""));
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Project resource(String name, String content) {
    return resource(name, content.getBytes(StandardCharsets.UTF_8));
  }

  void delete(String className) {
    try {
      Files.deleteIfExists(sourceFile(className));
      Files.deleteIfExists(output().resolve("org/example/db/" + className + ".class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteSourceOnly(String className) {
    try {
      Files.delete(sourceFile(className));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(output().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String manifest() {
    return read("META-INF/migrations/manifest.json");
  }

  boolean hasManifest() {
    return Files.exists(output().resolve("META-INF/migrations/manifest.json"));
  }

  /** Compiles every source of the module. */
  Result compile() {
    try (Stream<Path> files = Files.walk(sources())) {
      return compile(
          new MigrationProcessor(),
          true,
          files.filter(f -> f.toString().endsWith(".java")).sorted().toArray(Path[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles some sources of the module, as an IDE does after an edit. */
  Result compileOnly(String... classNames) {
    return compile(
        new MigrationProcessor(),
        false,
        Arrays.stream(classNames).map(this::sourceFile).toArray(Path[]::new));
  }

  Result compile(Processor processor, boolean withSourcePath, Path... files) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output()));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generatedSources()));
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, wholeClassPath());
      if (withSourcePath) {
        manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(sources()));
      }
      CompilationTask task =
          compiler.getTask(
              // Eclipse's compiler also prints what it reports
              new StringWriter(),
              manager,
              diagnostics,
              List.of("--release", "17", "-Xlint:all,-options"),
              null,
              manager.getJavaFileObjects(files));
      task.setProcessors(List.of(processor, new DeletionProcessor()));
      boolean success = task.call();
      return new Result(success, diagnostics.getDiagnostics());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path sourceFile(String className) {
    return sources().resolve("org/example/db/" + className + ".java");
  }

  private Path generatedSources() {
    return createDirectories(root.resolve("generated"));
  }

  private List<Path> wholeClassPath() {
    List<Path> paths = new ArrayList<>(classPath);
    paths.add(output());
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(p -> p.toString().contains("migration-annotations"))
        .forEach(paths::add);
    return paths;
  }

  private static Path createDirectories(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    createDirectories(file.resolveSibling(""));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a compilation said. */
  record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** The errors as a build shows them: file, line and column, then the text. */
    List<String> errors() {
      return messages(Diagnostic.Kind.ERROR);
    }

    List<String> warnings() {
      return messages(Diagnostic.Kind.WARNING);
    }

    private List<String> messages(Diagnostic.Kind kind) {
      return diagnostics.stream()
          .filter(d -> d.getKind() == kind)
          .map(
              d -> {
                JavaFileObject source = d.getSource();
                String text = d.getMessage(Locale.ROOT);
                return source == null
                    ? text
                    : "%s:[%d,%d] %s"
                        .formatted(
                            Path.of(source.getName()).getFileName(),
                            d.getLineNumber(),
                            d.getColumnNumber(),
                            text);
              })
          .toList();
    }
  }
}
