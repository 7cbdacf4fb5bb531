package io.kizashi.flink.freeze;

import io.kizashi.core.decide.Decider;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.state.CustomerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Tells one build of the engine from another by its classes. The version would not: a defect is
 * mended between two versions as well.
 */
final class Build {
  private static final String CLASSES = "io/kizashi/";
  private static final List<Class<?>> MODULES =
      List.of(CustomerState.class, Decider.class, ExpressionMemory.class, FrozenCustomers.class);
  private static final String OWN = hash();

  private Build() {}

  /** The one that runs; two builds of one source are the same. */
  static String own() {
    return OWN;
  }

  private static String hash() {
    Set<String> classes = new TreeSet<>();
    for (Class<?> module : MODULES) {
      @Nullable CodeSource source = module.getProtectionDomain().getCodeSource();
      if (source != null && source.getLocation().getProtocol().equals("file")) {
        try {
          classes.addAll(classes(Path.of(source.getLocation().toURI())));
        } catch (IOException | URISyntaxException e) {
          throw new IllegalStateException("the engine can't read its own classes", e);
        }
      }
    }
    return Sha256.hex(String.join("\n", classes).getBytes(StandardCharsets.UTF_8));
  }

  /** Name and checksum of each. */
  private static List<String> classes(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> place.relativize(file) + " " + checksum(file))
            .filter(it -> it.startsWith(CLASSES))
            .toList();
      }
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return jar.stream()
          .filter(entry -> entry.getName().startsWith(CLASSES) && !entry.isDirectory())
          .map(entry -> entry.getName() + " " + entry.getCrc())
          .toList();
    }
  }

  private static long checksum(Path file) {
    CRC32 checksum = new CRC32();
    try {
      checksum.update(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checksum.getValue();
  }
}
