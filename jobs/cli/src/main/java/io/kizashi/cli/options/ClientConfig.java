package io.kizashi.cli.options;

import io.kizashi.terminal.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Properties of a Kafka client, credentials included, from a file and not the command line. */
public final class ClientConfig {
  private ClientConfig() {}

  /**
   * The properties of a file with the bootstrap put over them.
   *
   * @param file a Java properties file; the empty path for none
   */
  public static Map<String, String> of(String bootstrap, Path file) {
    Map<String, String> all = new HashMap<>();
    if (!file.toString().isEmpty()) {
      Properties read = new Properties();
      try {
        read.load(new StringReader(TextFile.read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException("reading from memory failed", e);
      }
      read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
    }
    all.put("bootstrap.servers", bootstrap);
    return all;
  }
}
