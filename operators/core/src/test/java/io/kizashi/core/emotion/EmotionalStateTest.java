package io.kizashi.core.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.signal.HalfLives;
import io.kizashi.core.signal.Mood.Point;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EmotionalStateTest {
  private static final long MINUTE = 60_000;
  private static final long START = 1_740_823_200_000L;

  private static final Touchpoint SHOUTED =
      said("t1", 0, Actor.CUSTOMER, new Emotion(-1, 0.9, "anger", 1, "voice"));
  private static final Touchpoint SORRY =
      said("t2", 10, Actor.AGENT, new Emotion(0.9, 0.1, "trust", 1, "voice"));
  private static final Touchpoint THANKED =
      said("t3", 30, Actor.CUSTOMER, new Emotion(0.6, 0.3, "joy", 0.5, "text"));
  private static final List<Touchpoint> CALL = List.of(THANKED, SHOUTED, SORRY);

  private static Touchpoint said(String id, int minutes, Actor actor, Emotion emotion) {
    return new Touchpoint(
        id,
        "said",
        START + minutes * MINUTE,
        CustomerKey.customer("c-1"),
        actor,
        new Setting("call", "", "call-7", "", "", "", "", "", "", List.of()),
        Optional.of(emotion),
        "",
        Map.of(),
        0);
  }

  private static Point point(Touchpoint at, double valence) {
    return new Point(at.position(), valence);
  }

  @Test
  void theStateIsThatOfTheFormulaAndItsPartsAddUp() {
    EmotionalState state = EmotionalState.of(CALL, HalfLives.DEFAULT, THANKED.time());
    // What was shouted weighs a half by now, as do the thanks with half the confidence.
    assertThat(state.valence()).isEqualTo(-0.133333333);
    assertThat(state.arousal()).isEqualTo(0.4);
    assertThat(state.confidence()).isEqualTo(0.666666667);
    assertThat(state.trend()).isEqualTo(0.533333333);
    assertThat(state.lowest()).contains(point(SHOUTED, -0.666666667));
    assertThat(state.highest()).contains(point(THANKED, -0.133333333));
    assertThat(state.label()).contains("anger");
    assertThat(state.bySource()).isEqualTo(Map.of("text", 0.2, "voice", -0.333333333));
    assertThat(state.curve())
        .containsExactly(point(SHOUTED, -0.666666667), point(THANKED, -0.133333333));
  }

  @Test
  void whatComesLaterIsNotKnownYet() {
    EmotionalState state = EmotionalState.of(CALL, HalfLives.DEFAULT, THANKED.time() - 1);
    assertThat(state.curve()).containsExactly(point(SHOUTED, -0.666666667));
    assertThat(state.bySource()).containsOnlyKeys("voice");
  }

  @Test
  void whoToldOfNoEmotionHasNone() {
    EmotionalState state =
        EmotionalState.of(List.of(SORRY), HalfLives.DEFAULT, START + 60 * MINUTE);
    assertThat(state)
        .isEqualTo(
            new EmotionalState(
                START + 60 * MINUTE,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of()));
  }

  @Test
  void aDayLaterTheLowestIsForgottenAndTheCurveIsNot() {
    EmotionalState state =
        EmotionalState.of(CALL, HalfLives.DEFAULT, SHOUTED.time() + 24 * 60 * MINUTE);
    assertThat(state.lowest().map(Point::at)).contains(THANKED.position());
    assertThat(state.curve()).extracting(Point::at).contains(new Position(START, "t1"));
  }

  @Test
  void aContactIsRememberedByItsPeakAndItsEnd() {
    Touchpoint doubtful = said("t4", 40, Actor.CUSTOMER, new Emotion(-1, 1, "fear", 0, "text"));
    List<Touchpoint> all = List.of(doubtful, THANKED, SORRY, SHOUTED);
    assertThat(PeakEnd.by(all, touchpoint -> touchpoint.setting().contact()))
        .isEqualTo(Map.of("call-7", new PeakEnd(SHOUTED, THANKED)));
    assertThat(new PeakEnd(SHOUTED, THANKED).remembered()).isEqualTo(-0.2);
    assertThat(PeakEnd.by(all, touchpoint -> touchpoint.setting().session())).isEmpty();
  }

  @Test
  void ofTwoPeaksTheLaterIsRemembered() {
    Touchpoint glad = said("t5", 50, Actor.CUSTOMER, new Emotion(1, 0.5, "joy", 0.2, "survey"));
    assertThat(PeakEnd.by(List.of(SHOUTED, glad), touchpoint -> "all"))
        .containsValue(new PeakEnd(glad, glad));
  }
}
