package dev.ngdi.migration.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A network between a deployer and a server, which can swallow everything and close nothing. */
final class Relay implements AutoCloseable {
  private final int serverPort;
  private final ServerSocket listener;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch twoConnections = new CountDownLatch(2);
  private volatile boolean silent;

  private Relay(int serverPort, ServerSocket listener) {
    this.serverPort = serverPort;
    this.listener = listener;
  }

  static Relay before(int serverPort) throws IOException {
    Relay relay = new Relay(serverPort, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    relay.open.add(relay.listener);
    start(relay::accept);
    return relay;
  }

  /** The URL of a database by this way. */
  String url(TestDatabase database) {
    return "jdbc:postgresql://localhost:" + listener.getLocalPort() + "/" + database.name();
  }

  /** From now on nothing gets through, and nobody is told. */
  void silence() {
    silent = true;
  }

  /** Waits until somebody has connected a second time. */
  void awaitTwoConnections() throws InterruptedException {
    twoConnections.await();
  }

  /** The connections end, as a server ends them when its system finds that nobody is there. */
  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        open.add(client);
        twoConnections.countDown();
        connect(client);
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      open.add(server);
      start(() -> pass(client, server));
      start(() -> pass(server, client));
    } catch (IOException e) {
      client.close();
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read >= 0 || silent; read = in.read(bytes)) {
        if (silent) {
          hold();
        }
        out.write(bytes, 0, read);
      }
    } catch (IOException e) {
      // One of them is gone, and so the other.
    }
  }

  private static void hold() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
