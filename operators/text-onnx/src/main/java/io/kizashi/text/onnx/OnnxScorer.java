package io.kizashi.text.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.kizashi.text.EmotionScorer;
import io.kizashi.text.Feeling;
import io.kizashi.text.Scored;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores text by an ONNX model, through onnxruntime on one processor core, in this process. It is
 * not registered by itself: a company's {@link EmotionScorer} holds one of these with its model.
 *
 * <p>The model takes one string tensor of shape [1], {@code text}; it cuts words itself. It gives
 * one-element tensors by name: {@code valence} (float, −1 … 1), and if it likes {@code arousal}
 * (float, −1 … 1), {@code confidence} (float, 0 … 1) and {@code label} (string, one of the nine
 * feelings in lower case). What lies outside its range is moved to its bound. A valence of exactly
 * 0 without another label than {@code neutral} expresses nothing.
 */
public final class OnnxScorer implements EmotionScorer, AutoCloseable {
  private static final String TEXT = "text";
  private static final String VALENCE = "valence";
  private static final double UNSTATED_CONFIDENCE = 0.5;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /**
   * Takes a model.
   *
   * @param model the bytes of the ONNX file
   * @throws IllegalArgumentException if onnxruntime refuses it, or it has other inputs than {@code
   *     text} or no output {@code valence}
   */
  public OnnxScorer(byte[] model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Flink has its own threads, and sums in one order are the same sums.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalArgumentException("onnxruntime refuses the model: " + e.getCode(), e);
    }
    if (!session.getInputNames().equals(Set.of(TEXT))
        || !session.getOutputNames().contains(VALENCE)) {
      close();
      throw new IllegalArgumentException("the model must take 'text' and give 'valence'");
    }
  }

  @Override
  public Optional<Scored> score(String text, String language) {
    try (OnnxTensor input = OnnxTensor.createTensor(environment, new String[] {text});
        OrtSession.Result result = session.run(Map.of(TEXT, input))) {
      double valence = number(result, VALENCE, 0, -1);
      Feeling feeling = feeling(result, valence);
      return valence == 0 && feeling == Feeling.NEUTRAL
          ? Optional.empty()
          : Optional.of(
              new Scored(
                  valence,
                  number(result, "arousal", 0, -1),
                  feeling,
                  number(result, "confidence", UNSTATED_CONFIDENCE, 0),
                  List.of()));
    } catch (OrtException e) {
      // Without its message, which might hold the text.
      throw new IllegalStateException("the model failed: " + e.getCode());
    }
  }

  private static double number(OrtSession.Result result, String name, double unstated, double least)
      throws OrtException {
    Optional<OnnxValue> value = result.get(name);
    if (value.isEmpty()) {
      return unstated;
    }
    float given = ((OnnxTensor) value.get()).getFloatBuffer().get(0);
    return Float.isNaN(given) ? unstated : Math.max(least, Math.min(1, given));
  }

  private static Feeling feeling(OrtSession.Result result, double valence) throws OrtException {
    Optional<OnnxValue> value = result.get("label");
    if (value.isPresent()) {
      String label = ((String[]) value.get().getValue())[0];
      return Feeling.of(label.toLowerCase(Locale.ROOT))
          .orElseThrow(() -> new IllegalArgumentException("the model names a feeling of its own"));
    }
    return valence > 0 ? Feeling.JOY : valence < 0 ? Feeling.SADNESS : Feeling.NEUTRAL;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model can't be closed: " + e.getCode(), e);
    }
  }
}
