package dev.ngdi.migration.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Live queries in an open loop: each is due at its time, however long those before it take, and its
 * latency counts from then. Clients that wait for an answer before they ask again would ask less
 * while the database stalls, and a stall would count as one slow query.
 */
final class Traffic {
  private static final long NANOSECONDS = 1_000_000_000;

  private final long start = System.nanoTime();
  private final long rate;
  private final List<Client> clients = new ArrayList<>();
  private volatile long from = Long.MAX_VALUE;
  private volatile long until = Long.MAX_VALUE;

  private Traffic(long rate) {
    this.rate = rate;
  }

  /**
   * What the clients saw.
   *
   * @param latencies from when a query was due to when it was answered, in µs
   * @param failures what was said of queries that failed
   */
  record Seen(Histogram latencies, List<String> failures) {}

  /**
   * Begins.
   *
   * @param rate how many queries are due in a second
   * @param connections how many clients there are
   * @param rows how many rows there are to ask for
   */
  static Traffic start(String url, int rate, int connections, int rows) throws SQLException {
    Traffic traffic = new Traffic(rate);
    for (int i = 0; i < connections; i++) {
      traffic.clients.add(traffic.new Client(new LiveSession(url, rows, i), i, connections));
    }
    traffic.clients.forEach(Thread::start);
    return traffic;
  }

  /** Queries that are due from now on count. */
  void measure() {
    from = System.nanoTime();
  }

  /** Ends when all that is due by now is answered. */
  Seen stop() throws InterruptedException {
    until = System.nanoTime();
    Histogram all = new Histogram(3);
    List<String> failures = new ArrayList<>();
    for (Client client : clients) {
      client.join();
      all.add(client.latencies);
      failures.addAll(client.failures);
    }
    return new Seen(all, failures);
  }

  private final class Client extends Thread {
    private final LiveSession session;
    private final int number;
    private final int connections;
    private final Random kinds;
    private final Histogram latencies = new Histogram(3);
    private final List<String> failures = new ArrayList<>();

    Client(LiveSession session, int number, int connections) {
      super("client-" + number);
      setDaemon(true);
      this.session = session;
      this.kinds = new Random(number);
      this.number = number;
      this.connections = connections;
    }

    @Override
    public void run() {
      for (long i = number; ; i += connections) {
        long due = start + i * NANOSECONDS / rate;
        for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
          LockSupport.parkNanos(due - now);
        }
        if (due > until) {
          session.close();
          return;
        }
        LiveQuery query = LiveQuery.any(kinds);
        try {
          session.run(query);
        } catch (SQLException e) {
          failures.add(query + ": " + Reason.of(e));
        }
        if (due >= from) {
          latencies.recordValue((System.nanoTime() - due) / 1_000);
        }
      }
    }
  }
}
