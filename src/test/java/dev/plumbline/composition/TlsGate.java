package dev.plumbline.composition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Encrypts connections to a server on loopback that does not do so itself, with a certificate of
/// its own for `localhost`.
final class TlsGate implements AutoCloseable {
  private static final String PASSWORD = "gate-keeper";

  private final SSLServerSocket socket;
  private final int server;

  private TlsGate(SSLServerSocket socket, int server) {
    this.socket = socket;
    this.server = server;
  }

  /// Opens a gate.
  ///
  /// @param folder where the certificate is put
  static TlsGate open(Path folder, int server)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keys = folder.resolve("gate.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "gate",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    keytool.waitFor(60, TimeUnit.SECONDS);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    TlsGate gate = new TlsGate(socket, server);
    Thread.ofVirtual().start(gate::accept);
    return gate;
  }

  /// Options by which a Java trusts the gate.
  static String[] trust(Path folder) {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + folder.resolve("gate.p12"),
      "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
    };
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        SSLSocket client = (SSLSocket) socket.accept();
        Socket inner = new Socket("127.0.0.1", server);
        Thread.ofVirtual().start(() -> pass(client, inner));
        Thread.ofVirtual().start(() -> pass(inner, client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private static void pass(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException _) {
      // One side has gone: so does the other.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
