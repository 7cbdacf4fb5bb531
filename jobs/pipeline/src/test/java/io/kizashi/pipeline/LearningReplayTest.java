package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.text.Study;
import io.kizashi.text.learning.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay by what was learned: each decision names the lexicon that read what it answers. */
class LearningReplayTest {
  /** Customers who say one thing are called after the time at which they do. */
  private static final Pattern ONCE = Pattern.compile("\"customer\":\"once-(\\d+)\"");

  private final Path folder;

  LearningReplayTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyDecisionNamesTheLexiconThatCountedWhenItsWordsWereSaid() throws Exception {
    List<LearnedLexicon> lexicons = learned(LearningStory.lines());
    Shelf shelf = Shelf.unbounded();
    lexicons.forEach(lexicon -> shelf.put(lexicon, 0));

    NavigableMap<Long, Long> named = new TreeMap<>();
    for (String told : LearningStory.replayed(folder, events(), lines(lexicons))) {
      Matcher once = ONCE.matcher(told);
      if (once.find()) {
        named.put(Long.parseLong(once.group(1)), LearningStory.epoch(told));
      }
    }

    assertThat(named)
        .allSatisfy((time, epoch) -> assertThat(epoch).isEqualTo(shelf.at(time).epoch()));
    assertThat(named.firstEntry().getValue()).as("before anything is learned").isZero();
    assertThat(named.lastEntry().getValue())
        .isEqualTo(lexicons.get(lexicons.size() - 1).epoch())
        .isEqualTo(LearnedLexicon.epoch(LearningStory.END) - 1);
    assertThat(new ArrayList<>(named.values()))
        .as("one after the other")
        .hasSizeGreaterThan(20)
        .isSorted();
    assertThat(new HashSet<>(named.values())).hasSizeGreaterThan(5);
  }

  private static List<LearnedLexicon> learned(List<String> lines) {
    Study study = new Study();
    List<LearnedLexicon> learned = new ArrayList<>();
    for (String line : lines) {
      Decoding decoding = TouchpointJson.decode(line.getBytes(UTF_8), 0, Bounds.LATEST);
      learned.addAll(study.add(((Decoding.Decoded) decoding).touchpoint()));
    }
    learned.addAll(study.end());
    return learned;
  }

  private static List<String> lines(List<LearnedLexicon> lexicons) {
    return lexicons.stream()
        .map(lexicon -> new String(LearnedLexiconJson.encode(lexicon), UTF_8))
        .toList();
  }

  /** The story, in which every minute another customer says once what upsets anybody. */
  private static List<String> events() {
    List<String> events = new ArrayList<>();
    List<String> story = LearningStory.lines();
    for (int i = 0; i < story.size(); i++) {
      if (i % LearningStory.LINES_A_MINUTE == 0) {
        events.add(once(LearningStory.START + i / LearningStory.LINES_A_MINUTE * MINUTE));
      }
      events.add(story.get(i));
    }
    for (long time = LearningStory.END; time <= LearningStory.LATER; time += MINUTE) {
      events.add(once(time));
    }
    return events;
  }

  private static String once(long time) {
    return LearningStory.said("once-" + time, time, "最悪の対応でした。アプリが重いです。");
  }
}
