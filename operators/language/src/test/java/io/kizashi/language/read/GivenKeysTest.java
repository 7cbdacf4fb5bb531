package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.schema.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class GivenKeysTest {
  @Test
  void aTestMayTellOfEveryFieldThatATouchpointHas() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Touchpoint.class.getResourceAsStream("touchpoint.schema.json"))) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Mapping top = (Mapping) YamlReader.read("schema", schema, new Problems()).orElseThrow();
      Set<String> fields =
          new TreeSet<>(((Mapping) top.get("properties").orElseThrow()).entries().keySet());
      fields.remove("time");
      fields.add("at");
      assertThat(Keys.GIVEN.built()).containsExactlyInAnyOrderElementsOf(fields);
    }
  }
}
