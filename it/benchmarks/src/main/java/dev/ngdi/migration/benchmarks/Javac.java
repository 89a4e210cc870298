package dev.ngdi.migration.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;

/** A compiler in a process of its own, which says at its end how much CPU time it took. */
final class Javac {
  private static final String CPU = "CPU ";

  private Javac() {}

  /** Compiles, and prints the CPU time in ns. */
  public static void main(String[] arguments) {
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(CPU + system.getProcessCpuTime());
    System.exit(result);
  }

  /**
   * Compiles in a new process.
   *
   * @param checked whether the processor takes part
   * @return the CPU time in ms, from the start of the process to its end
   */
  static long compile(Path output, Path sourcePath, List<Path> files, boolean checked)
      throws IOException, InterruptedException {
    Files.createDirectories(output);
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Javac.class.getName(),
                "-d",
                output.toString(),
                "-cp",
                output + System.getProperty("path.separator") + classPath,
                "-sourcepath",
                sourcePath.toString(),
                "-nowarn"));
    if (!checked) {
      command.add("-proc:none");
    }
    Path list = Files.createTempFile("sources", ".txt");
    Files.write(list, files.stream().map(Path::toString).toList());
    command.add("@" + list);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the compilation failed:\n" + said);
    }
    return Arrays.stream(said.split("\\R"))
        .filter(line -> line.startsWith(CPU))
        .mapToLong(line -> Long.parseLong(line.substring(CPU.length())) / 1_000_000)
        .findFirst()
        .orElseThrow();
  }
}
