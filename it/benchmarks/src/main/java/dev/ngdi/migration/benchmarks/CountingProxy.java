package dev.ngdi.migration.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between clients and a server, and counts how often a client had an answer and sent the
 * next thing: what is sent together, and answered together, is one round trip.
 */
final class CountingProxy implements AutoCloseable {
  private final int serverPort;
  private final ServerSocket listener;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private final AtomicLong roundTrips = new AtomicLong();

  private CountingProxy(int serverPort, ServerSocket listener) {
    this.serverPort = serverPort;
    this.listener = listener;
  }

  static CountingProxy before(Server server) throws IOException {
    CountingProxy proxy =
        new CountingProxy(server.port(), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    proxy.open.add(proxy.listener);
    start(proxy::accept);
    return proxy;
  }

  String url(String database) {
    return Server.url(listener.getLocalPort(), database);
  }

  /** How many round trips there have been. */
  long roundTrips() {
    return roundTrips.get();
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One side has hung up.
              }
            },
            "counting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(client);
      open.add(server);
      AtomicBoolean answered = new AtomicBoolean(true);
      start(
          () ->
              relay(
                  client,
                  server,
                  () -> {
                    if (answered.getAndSet(false)) {
                      roundTrips.incrementAndGet();
                    }
                  }));
      start(() -> relay(server, client, () -> answered.set(true)));
    }
  }

  /** Reads from one side and writes to the other, until one of them hangs up. */
  private static void relay(Socket from, Socket to, Runnable onData) throws IOException {
    try (from;
        to) {
      byte[] buffer = new byte[1 << 16];
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        onData.run();
        out.write(buffer, 0, length);
      }
    }
  }
}
