package io.kizashi.local.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers over HTTP how the engine is, to this machine alone: {@code GET /live} and {@code GET
 * /ready}, 200 for yes and 503 for no, both with the whole answer.
 */
final class HealthPort implements AutoCloseable {
  private static final int YES = 200;
  private static final int NO = 503;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  /** One may wait for Flink while another asks. */
  private static final int THREADS = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "health");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;

  private HealthPort(HttpServer server, Supplier<ObjectNode> health) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", exchange -> send(exchange, NOT_FOUND, ""));
    server.createContext("/live", exchange -> answer(exchange, "/live", health));
    server.createContext("/ready", exchange -> answer(exchange, "/ready", health));
    server.start();
  }

  /**
   * Answers from now on until it is closed.
   *
   * @param port of loopback; 0 for any
   * @throws EnvironmentFault if it can't be had
   */
  static HealthPort open(int port, Supplier<ObjectNode> health) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return new HealthPort(HttpServer.create(address, 0), health);
    } catch (IOException e) {
      throw new EnvironmentFault(
          "health.port " + port + " can't be opened (" + e.getMessage() + "); name another", e);
    }
  }

  /** Where it listens. */
  int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, String path, Supplier<ObjectNode> health)
      throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      send(exchange, METHOD_NOT_ALLOWED, "");
    } else if (!exchange.getRequestURI().getPath().equals(path)) {
      send(exchange, NOT_FOUND, "");
    } else {
      ObjectNode all = health.get();
      boolean isYes = all.path(path.substring(1)).asBoolean();
      send(exchange, isYes ? YES : NO, all + "\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
