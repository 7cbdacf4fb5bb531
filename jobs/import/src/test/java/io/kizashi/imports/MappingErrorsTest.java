package io.kizashi.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mappings with faults beside the text that their author reads. */
final class MappingErrorsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/kizashi/imports/errors");

  static List<Path> mappings() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void everyFaultIsToldWithPlaceAndHint(Path mapping) throws IOException {
    String name = mapping.getFileName().toString();
    MappingCompiler.Result result = MappingCompiler.compile(name, Files.readString(mapping));
    String told = result.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    Path golden = mapping.resolveSibling(name.replace(".yaml", ".txt"));
    assertThat(result.mapping()).isEmpty();
    assertThat(told).isEqualTo(Files.readString(golden));
  }
}
