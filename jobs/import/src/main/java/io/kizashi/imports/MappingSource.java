package io.kizashi.imports;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problem;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a mapping: a file, or one that comes with the product. */
final class MappingSource {
  /** Names of the mappings that come with the product. */
  static final List<String> SHIPPED = List.of("online-retail", "star");

  private MappingSource() {}

  /**
   * The compiled mapping.
   *
   * @throws InputFault with every problem if there are any
   */
  static Mapping load(String mapping) {
    boolean shipped = SHIPPED.contains(mapping) && !Files.isRegularFile(Path.of(mapping));
    String file = shipped ? mapping + ".yaml (shipped)" : mapping;
    MappingCompiler.Result result =
        MappingCompiler.compile(file, shipped ? shipped(mapping) : text(mapping));
    return result
        .mapping()
        .orElseThrow(
            () ->
                new InputFault(
                    result.problems().stream()
                        .map(Problem::render)
                        .collect(Collectors.joining())
                        .stripTrailing()));
  }

  private static String text(String mapping) {
    if (!Files.exists(Path.of(mapping))) {
      throw new InputFault(
          mapping
              + ": there is no such file and no shipped mapping of this name; "
              + Nearest.hint(mapping, SHIPPED));
    }
    return TextFile.read(Path.of(mapping));
  }

  static String shipped(String name) {
    try (InputStream in = MappingSource.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the shipped mapping '" + name + "' is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the jar failed", e);
    }
  }
}
