package dev.ngdi.migration.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several of a tool at once, as when every instance of an application deploys when it starts. */
record Deployers(Tool tool, int count) implements Tool {

  @Override
  public String name() {
    return tool.name() + ", " + count + " at once";
  }

  @Override
  public Deploy prepare(String url, Path directory) throws Exception {
    Deploy deploy = tool.prepare(url, directory);
    return () -> {
      long start = System.nanoTime();
      ExecutorService threads = Executors.newFixedThreadPool(count);
      try {
        List<Future<Timing>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          all.add(threads.submit(deploy::run));
        }
        for (Future<Timing> each : all) {
          each.get();
        }
      } finally {
        threads.shutdown();
      }
      long time = System.nanoTime() - start;
      return new Timing(time, time);
    };
  }
}
