package io.kizashi.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.Arrival;
import io.kizashi.flink.OutputRecord;
import io.kizashi.flink.RawRecord;
import io.kizashi.flink.learning.ExperienceFunction;
import io.kizashi.flink.learning.LexiconOperator;
import io.kizashi.flink.sensing.LearnedSenseFunction;
import io.kizashi.flink.sensing.LexiconSource;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexicon.Word;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.schema.Origin;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.text.Study;
import io.kizashi.text.learning.Experience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The stages of learning, thrown away and restored again and again, which must change nothing. */
class LearningStagesTest {
  /** A restart after so many touchpoints. */
  private static final int OFTEN = 25;

  private static Touchpoint decoded(String line) {
    return ((Decoding.Decoded) TouchpointJson.decode(line.getBytes(UTF_8), 0, Bounds.LATEST))
        .touchpoint();
  }

  private static Arrival arrived(String line) {
    return new Arrival.Touched(new Origin("touchpoints", 0, 0), decoded(line));
  }

  @Test
  void whatTheStagesLearnIsWhatTheRecordingTeachesAndARestartForgetsNothing() throws Exception {
    List<String> lines = LearningStory.lines();
    Study study = new Study();
    List<LearnedLexicon> offline = new ArrayList<>();
    lines.forEach(line -> offline.addAll(study.add(decoded(line))));
    offline.addAll(study.end());

    assertThat(live(lines, Integer.MAX_VALUE)).isEqualTo(offline);
    assertThat(live(lines, OFTEN)).isEqualTo(offline);
    assertThat(offline).hasSizeGreaterThan(5);
    assertThat(offline.get(offline.size() - 1).shift("重い")).isLessThan(-0.1);
  }

  private static List<LearnedLexicon> live(List<String> lines, int restartAfter) throws Exception {
    List<LearnedLexicon> learned = new ArrayList<>();
    try (Stages stages = new Stages()) {
      for (int i = 0; i < lines.size(); i++) {
        learned.addAll(stages.take(arrived(lines.get(i))));
        if (i % restartAfter == restartAfter - 1) {
          stages.restart();
        }
      }
      learned.addAll(stages.end());
    }
    return learned;
  }

  /** Experiences and lexicon, each one task. */
  private static final class Stages implements AutoCloseable {
    private KeyedOneInputStreamOperatorTestHarness<String, Arrival, Experience> experiences;
    private OneInputStreamOperatorTestHarness<Experience, OutputRecord> lexicon;

    Stages() throws Exception {
      experiences = experiences();
      experiences.open();
      lexicon = new OneInputStreamOperatorTestHarness<>(new LexiconOperator());
      lexicon.open();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Arrival, Experience> experiences()
        throws Exception {
      return new KeyedOneInputStreamOperatorTestHarness<>(
          new KeyedProcessOperator<>(new ExperienceFunction()), Arrival::key, Types.STRING);
    }

    List<LearnedLexicon> take(Arrival arrived) throws Exception {
      experiences.processElement(new StreamRecord<>(arrived));
      return proven(arrived.brings().orElseThrow().time() - 1);
    }

    List<LearnedLexicon> end() throws Exception {
      return proven(Long.MAX_VALUE);
    }

    private List<LearnedLexicon> proven(long time) throws Exception {
      experiences.processWatermark(new Watermark(time));
      for (Experience experience : experiences.extractOutputValues()) {
        lexicon.processElement(new StreamRecord<>(experience));
      }
      experiences.getOutput().clear();
      lexicon.processWatermark(new Watermark(time));
      List<LearnedLexicon> learned =
          lexicon.extractOutputValues().stream()
              .map(record -> LearnedLexiconJson.decode(record.value()).orElseThrow())
              .toList();
      lexicon.getOutput().clear();
      return learned;
    }

    void restart() throws Exception {
      OperatorSubtaskState customers = experiences.snapshot(1, 1);
      OperatorSubtaskState learned = lexicon.snapshot(1, 1);
      close();
      experiences = experiences();
      experiences.initializeState(customers);
      experiences.open();
      lexicon = new OneInputStreamOperatorTestHarness<>(new LexiconOperator());
      lexicon.initializeState(learned);
      lexicon.open();
    }

    @Override
    public void close() {
      try {
        experiences.close();
        lexicon.close();
      } catch (Exception e) { // As the harness declares it.
        throw new AssertionError("a stage does not close", e);
      }
    }
  }

  @Test
  void aCustomerWhoIsSilentForADayLeavesNothingBehind() throws Exception {
    try (Stages stages = new Stages()) {
      for (String line : LearningStory.lines()) {
        stages.take(arrived(line));
      }
      assertThat(stages.experiences.numKeyedStateEntries()).isPositive();
      stages.proven(LearningStory.END + 26 * 60 * SampleRecords.MINUTE);
      assertThat(stages.experiences.numKeyedStateEntries()).isZero();
      assertThat(stages.experiences.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aTouchpointIsSensedByTheLexiconOfItsTimeAlsoAfterARestart() throws Exception {
    LearnedLexicon lexicon =
        new LearnedLexicon(
            LearnedLexicon.epoch(LearningStory.END), 99, 0, Map.of("重い", new Word(-0.2, 99, -1)));
    byte[] record = LearnedLexiconJson.encode(lexicon);
    var before = senses();
    before.open();
    before.processElement2(new StreamRecord<>(new RawRecord(record, "loop", 3, 0, 0)));
    byte[] other = "{\"purpose\":\"ranks\"}".getBytes(UTF_8);
    before.processElement2(new StreamRecord<>(new RawRecord(other, "loop", 4, 0, 0)));
    assertThat(felt(before, LearningStory.END)).isEmpty();
    assertThat(felt(before, LearningStory.LATER).orElseThrow()).isLessThan(-0.1);
    OperatorSubtaskState state = before.snapshot(1, 1);
    before.close();

    var after = senses();
    after.initializeState(state);
    after.open();
    assertThat(felt(after, LearningStory.LATER).orElseThrow()).isLessThan(-0.1);
    assertThat(felt(after, LearningStory.END)).isEmpty();
    after.close();
  }

  private static TwoInputStreamOperatorTestHarness<Arrival, RawRecord, Arrival> senses()
      throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithNonKeyedOperator<>(
            new LearnedSenseFunction(LexiconSource.NONE), List.of(LearnedSenseFunction.LEXICONS)));
  }

  private static OptionalDouble felt(
      TwoInputStreamOperatorTestHarness<Arrival, RawRecord, Arrival> senses, long time)
      throws Exception {
    senses.processElement1(
        new StreamRecord<>(arrived(LearningStory.said("c-1", time, LearningStory.HEAVY))));
    Arrival sensed = senses.extractOutputValues().get(0);
    senses.getOutput().clear();
    return sensed.brings().orElseThrow().emotion().stream().mapToDouble(e -> e.valence()).findAny();
  }
}
