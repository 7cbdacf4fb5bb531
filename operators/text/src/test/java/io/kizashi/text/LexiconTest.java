package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en.txt|,\\s*", "ja.txt|、", "symbols.txt|\\s+"})
  void everyWordStandsOnce(String resource, String separator) {
    Set<String> once = new HashSet<>();
    List<String> twice = new ArrayList<>();
    LexiconFile.read(
        resource,
        Pattern.compile(separator),
        (word, entry) -> {
          if (word.isBlank() || !once.add(word)) {
            twice.add(word);
          }
        });
    assertThat(once).hasSizeGreaterThan(100);
    assertThat(twice).isEmpty();
  }

  @Test
  void aHeadingTellsValenceArousalAndWhatADenialLeaves() {
    LexiconEntry entry = LexiconFile.meaning("joy +0.40 +0.05 negated anger -0.50");
    assertThat(entry.value()).isEqualTo(0.4);
    assertThat(entry.arousal()).isEqualTo(0.05);
    assertThat(entry.other()).isEqualTo(-0.5);
    assertThat(entry.otherFeeling()).isEqualTo(Feeling.ANGER);
    assertThat(LexiconFile.meaning("anger -0.6 0.5 always").always()).isTrue();
    assertThat(LexiconFile.meaning("booster -0.30").role()).isEqualTo(Role.BOOSTER);
  }

  @Test
  void wordsAreKnownInTheirForms() {
    Set<String> known = Set.of("disappoint", "happy", "reply", "hope", "stop");
    assertThat(EnglishUnits.lemma("disappointments", known::contains)).isEqualTo("disappoint");
    assertThat(EnglishUnits.lemma("happily", known::contains)).isEqualTo("happy");
    assertThat(EnglishUnits.lemma("replied", known::contains)).isEqualTo("reply");
    assertThat(EnglishUnits.lemma("hoping", known::contains)).isEqualTo("hope");
    assertThat(EnglishUnits.lemma("stopped", known::contains)).isEqualTo("stop");
    assertThat(EnglishUnits.lemma("zebra", known::contains)).isEqualTo("zebra");
  }
}
