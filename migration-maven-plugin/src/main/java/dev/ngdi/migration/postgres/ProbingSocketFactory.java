package dev.ngdi.migration.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;
import org.postgresql.PGProperty;

/**
 * Sockets that notice when their server can no longer be reached. A statement may take hours, so
 * silence by itself means nothing; but a server that is there answers a new connection. One that
 * answers none for a while is given up, where otherwise a read would last for ever.
 *
 * <p>Public for the driver, which makes one by the name of the class.
 */
public final class ProbingSocketFactory extends SocketFactory {
  private static final Patience USUAL = new Patience(Duration.ofSeconds(20), 3);

  /** What the driver sends to ask for encryption; any PostgreSQL answers it with one byte. */
  private static final byte[] ENCRYPTED = ByteBuffer.allocate(8).putInt(8).putInt(80877103).array();

  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int KEEP_ALIVE_PROBES = 3;

  private final Patience patience;

  /**
   * As often as the driver wants one.
   *
   * @param info the driver's properties; {@code socketFactoryArg} is how many milliseconds of
   *     silence lead to a question, 20,000 if there is none
   */
  public ProbingSocketFactory(Properties info) {
    this.patience =
        Optional.ofNullable(PGProperty.SOCKET_FACTORY_ARG.getOrDefault(info))
            .map(arg -> new Patience(Duration.ofMillis(Long.parseLong(arg)), USUAL.questions()))
            .orElse(USUAL);
  }

  /**
   * How long silence is borne.
   *
   * @param silence how long before it is asked whether the server is there, and how long an answer
   *     may take
   * @param questions how many may remain without an answer
   */
  private record Patience(Duration silence, int questions) {
    int milliseconds() {
      return (int) silence.toMillis();
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return new ProbedSocket(patience);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(address, port));
  }

  private Socket connected(SocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }

  /** Whether something answers there. */
  private static boolean isThere(SocketAddress address, int milliseconds) {
    try (Socket question = new Socket()) {
      question.connect(address, milliseconds);
      question.setSoTimeout(milliseconds);
      question.getOutputStream().write(ENCRYPTED);
      return question.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The timeout that the driver sets is its own; there is another one below it. */
  private static final class ProbedSocket extends Socket {
    private final Patience patience;
    private int driversTimeout;

    ProbedSocket(Patience patience) throws IOException {
      this.patience = patience;
      keepAlive(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
      keepAlive(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_SECONDS);
      keepAlive(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_PROBES);
    }

    /** Not every operating system has them. */
    private void keepAlive(SocketOption<Integer> option, int value) throws IOException {
      if (supportedOptions().contains(option)) {
        setOption(option, value);
      }
    }

    @Override
    public synchronized void setSoTimeout(int milliseconds) {
      driversTimeout = milliseconds;
    }

    @Override
    public synchronized int getSoTimeout() {
      return driversTimeout;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          return probing(in, bytes, offset, length);
        }
      };
    }

    private int probing(InputStream in, byte[] bytes, int offset, int length) throws IOException {
      int unanswered = 0;
      while (true) {
        int timeout = getSoTimeout();
        super.setSoTimeout(timeout == 0 ? patience.milliseconds() : timeout);
        try {
          return in.read(bytes, offset, length);
        } catch (SocketTimeoutException e) {
          if (timeout != 0) {
            throw e;
          }
          unanswered =
              isThere(getRemoteSocketAddress(), patience.milliseconds()) ? 0 : unanswered + 1;
          if (unanswered == patience.questions()) {
            throw new SocketException("the server cannot be reached any more");
          }
        }
      }
    }
  }
}
