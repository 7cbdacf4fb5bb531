package io.kizashi.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class GuideTest {
  private static final Path GUIDE = Path.of("../../deploy/docs/import.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
  private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\| `([^|]*)` \\|");

  @Test
  void everyMappingOfTheGuideCompiles() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(GUIDE));
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
    assertThat(blocks).allSatisfy(GuideTest::compiles);
  }

  @Test
  void theGuideNamesEveryKeyAndEveryShippedMapping() throws IOException {
    String guide = Files.readString(GUIDE);
    List<String> named = new ArrayList<>();
    Matcher matcher = EXPRESSION.matcher(guide);
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
    assertThat(named).containsAll(MappingCompiler.KEYS).containsAll(MappingSource.SHIPPED);
  }

  @Test
  void shippedMappingsCompile() {
    assertThat(MappingSource.SHIPPED)
        .allSatisfy(name -> assertThat(MappingSource.load(name).name()).isEqualTo(name));
  }

  private static void compiles(String text) {
    MappingCompiler.Result result = MappingCompiler.compile("import.md", text);
    assertThat(result.problems()).extracting(Problem::render).isEmpty();
    assertThat(result.mapping()).isPresent();
  }
}
