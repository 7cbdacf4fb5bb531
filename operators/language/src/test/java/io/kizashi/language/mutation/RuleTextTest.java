package io.kizashi.language.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An entry is taken out as a whole, and nothing beside it. */
class RuleTextTest {
  private static final String TEXT =
      """
      moment:
        unless:
          event: paid
          where: 'a'

        when: 'x, "}" # no comment'   # a comment
        flow: { a: [1, 2], b: 'it''s', "c": 3 }
        list:
        - one
        - two: 2
          more: 3
      """;

  private static final RuleText SOURCE = new RuleText(TEXT);

  private static Mapping moment() {
    Mapping top = (Mapping) YamlReader.read("f", TEXT, new Problems()).orElseThrow();
    return (Mapping) top.get("moment").orElseThrow();
  }

  private static String entry(Mapping mapping, String key) {
    boolean brackets = SOURCE.isInBrackets(mapping);
    YamlNode.Entry entry = Objects.requireNonNull(mapping.entries().get(key), key);
    return SOURCE.in(SOURCE.entry(entry.keyAt(), brackets).orElseThrow());
  }

  @Test
  void anEntryReachesOverTheLinesThatBelongToIt() {
    assertThat(entry(moment(), "unless")).isEqualTo("  unless:\n    event: paid\n    where: 'a'\n");
    assertThat(entry(moment(), "when")).startsWith("  when:").endsWith("a comment\n");
    assertThat(entry(moment(), "list")).isEqualTo("  list:\n  - one\n  - two: 2\n    more: 3\n");
  }

  @Test
  void anEntryInBracketsReachesToItsComma() {
    Mapping flow = (Mapping) moment().get("flow").orElseThrow();
    assertThat(entry(flow, "a")).isEqualTo("a: [1, 2],");
    assertThat(entry(flow, "b")).isEqualTo("b: 'it''s',");
    assertThat(entry(flow, "c")).isEqualTo("\"c\": 3 ");
  }

  @Test
  void anItemReachesOverItsLines() {
    Sequence list = (Sequence) moment().get("list").orElseThrow();
    assertThat(SOURCE.item(list.items().get(0), false).map(SOURCE::in)).contains("  - one\n");
    assertThat(SOURCE.item(list.items().get(1), false).map(SOURCE::in))
        .contains("  - two: 2\n    more: 3\n");
  }
}
