package io.kizashi.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KEYS = List.of("where", "when", "within", "as", "for", "event");

  @Test
  void aSlipOfTheFingerFindsItsName() {
    assertThat(Nearest.to("whre", KEYS)).hasValue("where");
    assertThat(Nearest.to("evnt", KEYS)).hasValue("event");
    assertThat(Nearest.to("withn", KEYS)).hasValue("within");
    assertThat(Nearest.to("fro", List.of("for"))).as("a swap is one slip").hasValue("for");
  }

  @Test
  void somethingElseEntirelyFindsNothing() {
    assertThat(Nearest.to("budget", KEYS)).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
    assertThat(Nearest.to("x".repeat(100), List.of("x".repeat(99)))).isEmpty();
  }

  @Test
  void amongEquallyNearOnesTheFirstInTheAlphabetIsMeant() {
    assertThat(Nearest.to("cat", List.of("hat", "bat"))).hasValue("bat");
    assertThat(Nearest.to("cat", List.of("bat", "hat"))).hasValue("bat");
  }

  @Test
  void whatMustBeMeantIsNearerThanAllElse() {
    assertThat(Nearest.certain("whre", KEYS)).hasValue("where");
    assertThat(Nearest.certain("oncePer", List.of("once-per", "open-for"))).hasValue("once-per");
    assertThat(Nearest.certain("Ｗｈｅｎ", KEYS)).as("full width").hasValue("when");
    assertThat(Nearest.certain("views_7d", List.of("views_1d", "views_30d")))
        .as("another number is another thing")
        .isEmpty();
    assertThat(Nearest.certain("bat", List.of("cat", "hat"))).as("two as near").isEmpty();
    assertThat(Nearest.certain("ab", List.of("as"))).as("too short to tell").isEmpty();
    assertThat(Nearest.certain("budget", KEYS)).isEmpty();
  }

  @Test
  void theHintNamesTheNearestOrElseAll() {
    assertThat(Nearest.hint("whre", KEYS)).isEqualTo("did you mean 'where'?");
    assertThat(Nearest.hint("budget", List.of("as", "for"))).isEqualTo("known here: as, for");
  }

  @Test
  void ofManyNamesThatAreKnownTheFirstAreListed() {
    List<String> many = IntStream.range(1_000, 6_000).mapToObj(i -> "moment_" + i).toList();

    assertThat(Nearest.hint("x", many))
        .startsWith("known here: moment_1000, moment_1001, ")
        .endsWith(", moment_1059 and 4940 more");
  }
}
