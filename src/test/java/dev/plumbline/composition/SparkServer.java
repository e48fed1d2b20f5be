package dev.plumbline.composition;

import dev.plumbline.manifest.EngineAddress;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/// A real Spark Connect server on loopback, from Maven artifacts.
public final class SparkServer implements AutoCloseable {
  private static final int MOST_LOOKS = 360;
  private static final long LOOK_MILLIS = 500;

  private final Process process;
  private final int port;

  private SparkServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts a server and waits until it listens.
  public static SparkServer start() throws IOException, InterruptedException {
    return start(Map.of());
  }

  /// @param environment further variables of the server's process
  public static SparkServer start(Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder start =
        new ProcessBuilder("packaging/spark-server/start.sh", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(new File("target/spark-server-" + port + ".log"));
    start.environment().put("JAVA_HOME", System.getProperty("java.home"));
    start.environment().putAll(environment);
    SparkServer server = new SparkServer(start.start(), port);
    for (int i = 0; i < MOST_LOOKS && server.process.isAlive() && !listens(port); i++) {
      Thread.sleep(LOOK_MILLIS);
    }
    return server;
  }

  /// A port that nothing listens on.
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), (int) LOOK_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Its port on loopback.
  public int port() {
    return port;
  }

  /// Its address.
  public EngineAddress address() {
    return EngineAddress.parse("sc://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
