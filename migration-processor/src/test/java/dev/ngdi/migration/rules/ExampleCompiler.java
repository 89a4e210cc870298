package dev.ngdi.migration.rules;

import dev.ngdi.migration.processor.MigrationProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles an example as a module of its own, and prints what the compiler says as Maven does. */
final class ExampleCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^[\\w ]*\\b(?:class|interface|enum|record) (\\w+)");

  private static final Pattern HEAD = Pattern.compile("(?:(?:package|import) [^\\n]*\\n|\\n)*");
  private static final String FILE_START = "(?m)(?=^@MigrationPolicy)|(?<!\\)\n)(?=^package )";

  private ExampleCompiler() {}

  /** What is printed, each finding with a line end; empty if nothing is found. */
  static String compile(RulePage.Example example, Path directory) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("src"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    for (RulePage.SqlFile file : example.files()) {
      Files.writeString(classes.resolve(file.name()), file.sql());
    }
    List<Path> files = new ArrayList<>();
    for (String file : example.java().split(FILE_START, -1)) {
      for (String source : classes(file)) {
        files.add(write(sources, source));
      }
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        JAVAC.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(classes));
      if (example.sourcePath()) {
        manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(sources));
      }
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(classes));
      JavaCompiler.CompilationTask task =
          JAVAC.getTask(
              null,
              manager,
              said,
              List.of("--release", "17", "-Xlint:-options"),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new MigrationProcessor()));
      task.call();
    }
    return said.getDiagnostics().stream().map(ExampleCompiler::print).collect(Collectors.joining());
  }

  /** Each class is a file of its own, with the same package and imports. */
  private static List<String> classes(String file) {
    Matcher head = HEAD.matcher(file);
    String shared = head.lookingAt() ? head.group() : "";
    return Arrays.stream(file.substring(shared.length()).split("(?m)(?=^/\\*\\*)", -1))
        .filter(source -> !source.isBlank())
        .map(source -> shared + source)
        .toList();
  }

  private static Path write(Path sources, String source) throws IOException {
    Matcher inPackage = PACKAGE.matcher(source);
    Path directory =
        inPackage.find() ? sources.resolve(inPackage.group(1).replace('.', '/')) : sources;
    Matcher type = TYPE.matcher(source);
    Path file = directory.resolve((type.find() ? type.group(1) : "package-info") + ".java");
    Files.createDirectories(directory);
    return Files.writeString(file, source);
  }

  private static List<Path> classPath(Path classes) {
    List<Path> paths = new ArrayList<>(List.of(classes));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains("migration-annotations"))
        .map(Path::of)
        .forEach(paths::add);
    return paths;
  }

  private static String print(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT).strip() + "\n";
    JavaFileObject source = diagnostic.getSource();
    return source == null
        ? text
        : "%s:[%d,%d] %s"
            .formatted(
                Path.of(source.getName()).getFileName(),
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                text);
  }
}
