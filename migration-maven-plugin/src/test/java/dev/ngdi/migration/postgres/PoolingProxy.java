package dev.ngdi.migration.postgres;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What PgBouncer does with sessions, as far as a client can see it; for users without password. */
final class PoolingProxy implements AutoCloseable {
  private static final int OTHER_PROTOCOLS = 80877100;

  /** When a server session is free for another client. */
  enum Mode {
    SESSION,
    TRANSACTION,
    /** As {@link #TRANSACTION}, with the session that was not used for the longest time. */
    TRANSACTION_BY_TURNS
  }

  private final Mode mode;
  private final int serverPort;
  private final ServerSocket listener;
  private final Deque<Peer> idle = new ArrayDeque<>();
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger keys = new AtomicInteger(-1);

  private PoolingProxy(Mode mode, int serverPort, ServerSocket listener) {
    this.mode = mode;
    this.serverPort = serverPort;
    this.listener = listener;
  }

  static PoolingProxy before(Server server, Mode mode) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    PoolingProxy proxy = new PoolingProxy(mode, server.port(), listener);
    proxy.open.add(listener);
    start(proxy::accept);
    return proxy;
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:" + listener.getLocalPort() + "/" + database;
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "pooling-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Peer client = peer(listener.accept());
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private Peer peer(Socket socket) throws IOException {
    open.add(socket);
    return new Peer(
        new DataInputStream(socket.getInputStream()),
        new DataOutputStream(socket.getOutputStream()));
  }

  private void serve(Peer client) {
    try {
      byte[] startup = client.startup();
      // Each client starts a session, so that there are always enough.
      Peer server = peer(new Socket(InetAddress.getLoopbackAddress(), serverPort));
      server.out.writeInt(startup.length + 4);
      server.out.write(startup);
      relayAnswer(server, client);
      boolean held = mode == Mode.SESSION;
      if (!held) {
        release(server);
      }
      for (Message message = client.read(); message.type != 'X'; message = client.read()) {
        if (!held) {
          server = take();
          held = true;
        }
        server.write(message);
        if (message.type == 'Q' || message.type == 'S') {
          boolean inTransaction = relayAnswer(server, client);
          held = inTransaction || mode == Mode.SESSION;
          if (!held) {
            release(server);
          }
        }
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private synchronized void release(Peer server) {
    if (mode == Mode.TRANSACTION_BY_TURNS) {
      idle.addLast(server);
    } else {
      idle.addFirst(server);
    }
  }

  private synchronized Peer take() {
    return idle.removeFirst();
  }

  /** Tells whether the session is in a transaction afterwards. */
  private boolean relayAnswer(Peer server, Peer client) throws IOException {
    while (true) {
      Message message = server.read();
      if (message.type == 'K') {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        new DataOutputStream(key).writeInt(keys.getAndDecrement());
        System.arraycopy(key.toByteArray(), 0, message.body, 0, 4);
      }
      client.write(message);
      if (message.type == 'Z') {
        return message.body[0] != 'I';
      }
    }
  }

  /** A message of the protocol. */
  private static final class Message {
    private final int type;
    private final byte[] body;

    Message(int type, byte[] body) {
      this.type = type;
      this.body = body;
    }
  }

  /** One end of a connection. */
  private record Peer(DataInputStream in, DataOutputStream out) {

    /** The first packet, once encryption has been declined. */
    byte[] startup() throws IOException {
      while (true) {
        byte[] packet = in.readNBytes(in.readInt() - 4);
        int code = new DataInputStream(new ByteArrayInputStream(packet)).readInt();
        if (code < OTHER_PROTOCOLS) {
          return packet;
        }
        out.write('N');
      }
    }

    Message read() throws IOException {
      int type = in.readUnsignedByte();
      return new Message(type, in.readNBytes(in.readInt() - 4));
    }

    void write(Message message) {
      try {
        out.writeByte(message.type);
        out.writeInt(message.body.length + 4);
        out.write(message.body);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
