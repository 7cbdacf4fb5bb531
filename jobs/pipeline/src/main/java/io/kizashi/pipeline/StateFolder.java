package io.kizashi.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;

/**
 * Where one installation keeps its checkpoints: a folder of its own below {@code
 * checkpoints.folder}, so that two that share that folder never see each other's. An installation
 * is the prefix of its topics and its consumer group.
 *
 * @param uri without a slash at its end; escaped as URIs are
 */
public record StateFolder(String uri) {
  private static final int READABLE = 60;
  private static final int TELLING_APART = 12;

  /** The folder of the engine with these settings. */
  public static StateFolder of(PipelineConfig config) {
    String all = config.checkpoints().folder().replaceFirst("/+$", "");
    return new StateFolder(all + "/" + name(config.topicPrefix(), config.kafka().group()));
  }

  /**
   * Prefix and group as people know them, and a hash, since a group may hold any character, and
   * {@code a-b} with {@code c} is another installation than {@code a-} with {@code bc}.
   */
  private static String name(String prefix, String group) {
    String readable = (prefix + group).replaceAll("[^A-Za-z0-9_-]", "_");
    return readable.substring(0, Math.min(readable.length(), READABLE))
        + "-"
        + hash(prefix + "\0" + group).substring(0, TELLING_APART);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Makes sure that this process can keep state there.
   *
   * @throws EnvironmentFailure if it knows no such file system
   */
  public void requireFileSystem() {
    try {
      FileSystem.get(URI.create(uri));
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "checkpoints.folder is "
              + uri
              + ", and this process knows no such file system: name a folder of this machine, or run"
              + " the job on a cluster that has the plugin for it ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /** On this machine's file system; empty if it lies elsewhere. */
  public Optional<Path> path() {
    return uri.startsWith("file:") ? Optional.of(Path.of(URI.create(uri))) : Optional.empty();
  }

  /** As Flink names it. */
  String forFlink() {
    return path().map(StateFolder::forFlink).orElse(uri);
  }

  /** Flink takes what it is given for a plain path: an escaped character would name another. */
  static String forFlink(Path path) {
    return "file://" + path.toUri().getPath();
  }
}
