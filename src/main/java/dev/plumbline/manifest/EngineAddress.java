package dev.plumbline.manifest;

import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where rows are counted: `duckdb`, the engine in this process, or `sc://host:port`, a Spark
/// Connect server in front of a cluster.
///
/// Parameters follow the address as Spark writes them: `sc://host:15002/;use_ssl=true;token=…`.
/// Only `use_ssl` and `user_id` are part of [#text()], which may be shown, logged and kept;
/// whatever else stands there may be a credential and is used for connecting alone.
public final class EngineAddress {
  /// The engine in this process.
  public static final EngineAddress EMBEDDED = new EngineAddress("duckdb", Optional.empty());

  private static final String CLIENT = "org.apache.spark.sql.connect.SparkSession";
  private static final String NO_CLIENT =
      "This build of Plumbline has no Spark Connect client: build it with ./mvnw -Pspark"
          + " package, or count with the embedded engine (duckdb).";
  private static final int DEFAULT_PORT = 15002;
  private static final List<String> SHOWN = List.of("use_ssl", "user_id");
  private static final Pattern CONNECT =
      Pattern.compile("sc://(\\[[0-9A-Fa-f:.]+]|[\\p{L}0-9._-]+)(?::([0-9]{1,5}))?(?:/(.*))?");
  private static final Pattern TOKEN = Pattern.compile("[!-:<-~]+");
  private static final Pattern PARAMETER = Pattern.compile("([A-Za-z0-9_-]+)=(.+)");

  private final String text;
  private final Optional<Server> server;

  private EngineAddress(String text, Optional<Server> server) {
    this.text = text;
    this.server = server;
  }

  /// Reads an address.
  ///
  /// @throws PlumblineException if it is none; the sentence repeats no parameter
  public static EngineAddress parse(String address) {
    String stripped = address.strip();
    if (stripped.equalsIgnoreCase(EMBEDDED.text)) {
      return EMBEDDED;
    }
    String shown = stripped.replaceFirst("[/;].*$", "");
    if (stripped.toLowerCase(Locale.ROOT).startsWith("spark://")) {
      throw new PlumblineException(
          "The engine's address is that of a Spark master; give the address of the Spark Connect"
              + " server in front of the cluster instead: sc://host:15002.");
    }
    Matcher connect = CONNECT.matcher(stripped);
    if (!connect.matches()) {
      String named = shown.startsWith("sc:") || shown.contains("@") ? "" : ", not \"" + shown + '"';
      throw new PlumblineException(
          "An engine is duckdb or the address of a Spark Connect server such as sc://host:15002"
              + named
              + ".");
    }
    String host = connect.group(1);
    int port = connect.group(2) == null ? DEFAULT_PORT : Integer.parseInt(connect.group(2));
    if (port == 0 || port > 65_535) {
      throw new PlumblineException(
          "The engine's port must lie between 1 and 65535, not " + port + ".");
    }
    List<String> parameters = parameters(Objects.requireNonNullElse(connect.group(3), ""));
    String bare = "sc://" + host + ":" + port;
    List<String> kept =
        parameters.stream().filter(p -> SHOWN.contains(p.substring(0, p.indexOf('=')))).toList();
    return new EngineAddress(
        with(bare, kept), Optional.of(new Server(host, port, with(bare, parameters))));
  }

  private static List<String> parameters(String text) {
    List<String> parameters = new ArrayList<>();
    for (String part : text.split(";")) {
      if (part.isBlank()) {
        continue;
      }
      if (!PARAMETER.matcher(part).matches()) {
        throw new PlumblineException(
            "The parameters of the engine's address must read ;name=value;name=value after"
                + " sc://host:port/.");
      }
      parameters.add(part);
    }
    return parameters;
  }

  private static String with(String bare, List<String> parameters) {
    return parameters.isEmpty() ? bare : bare + "/;" + String.join(";", parameters);
  }

  /// The same address with a credential, sent as a bearer token over an encrypted connection, or as
  /// it is to `localhost`.
  ///
  /// @throws PlumblineException if a token cannot read so; the sentence does not repeat it
  public EngineAddress withToken(String token) {
    if (server.isEmpty() || token.isBlank()) {
      return this;
    }
    if (!TOKEN.matcher(token.strip()).matches()) {
      throw new PlumblineException(
          "The cluster's token holds a character that no token has, such as a space or a semicolon:"
              + " copy it again.");
    }
    Server open = server.get();
    String separator = open.connection().contains("/;") ? ";" : "/;";
    return new EngineAddress(
        text,
        Optional.of(
            new Server(
                open.host(),
                open.port(),
                open.connection() + separator + "token=" + token.strip())));
  }

  /// Why this program cannot reach clusters, in a sentence; empty if it can.
  public static Optional<String> missingClient() {
    try {
      Class.forName(CLIENT, false, EngineAddress.class.getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError _) {
      return Optional.of(NO_CLIENT);
    }
  }

  /// Whether it is the engine in this process.
  public boolean embedded() {
    return server.isEmpty();
  }

  /// The address without credentials.
  public String text() {
    return text;
  }

  /// Starts the embedded engine or connects to the server; not for the JavaFX thread.
  ///
  /// @param settings what the embedded engine may use
  /// @throws PlumblineException if it does not start, does not answer or refuses
  public QueryEngine open(EngineSettings settings) {
    return server.isEmpty() ? DuckDbEngine.open(settings) : connect(server.get());
  }

  private QueryEngine connect(Server to) {
    try {
      return SparkEngine.connect(this, to);
    } catch (NoClassDefFoundError e) {
      throw new PlumblineException(NO_CLIENT, new IllegalStateException(e));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EngineAddress that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The address without credentials.
  @Override
  public String toString() {
    return text;
  }

  /// A Spark Connect server.
  ///
  /// @param connection the whole address, credentials included
  record Server(String host, int port, String connection) {
    private static final int SHORTEST_SECRET = 3;

    /// A message of a library in which no credential of the address is left.
    String withoutCredentials(String message) {
      String text = message.replace(connection, EngineAddress.parse(connection).text());
      int from = connection.indexOf("/;");
      for (String parameter :
          from < 0 ? List.<String>of() : parameters(connection.substring(from + 2))) {
        int equals = parameter.indexOf('=');
        String value = parameter.substring(equals + 1);
        if (!SHOWN.contains(parameter.substring(0, equals))) {
          text = text.replace(parameter, parameter.substring(0, equals + 1) + "…");
          text = value.length() < SHORTEST_SECRET ? text : text.replace(value, "…");
        }
      }
      return text;
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
