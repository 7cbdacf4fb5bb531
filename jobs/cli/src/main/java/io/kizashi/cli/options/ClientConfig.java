package io.kizashi.cli.options;

import io.kizashi.pipeline.ClientProperties;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** Properties of a Kafka client, credentials included, from a file and not the command line. */
public final class ClientConfig {
  private ClientConfig() {}

  /**
   * The properties of a file with the bootstrap put over them.
   *
   * @param file a Java properties file; the empty path for none
   * @throws InputFault if it holds what no client of Kafka has, or a value that none can read
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
      for (String name : new TreeSet<>(read.stringPropertyNames())) {
        ClientProperties.misnamed(name, read.getProperty(name))
            .ifPresent(
                no -> {
                  throw new InputFault(file + ": " + no.message() + "; " + no.hint());
                });
        all.put(name, read.getProperty(name));
      }
    }
    all.put("bootstrap.servers", bootstrap);
    return all;
  }
}
