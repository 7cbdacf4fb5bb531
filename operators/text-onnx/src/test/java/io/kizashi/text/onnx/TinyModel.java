package io.kizashi.text.onnx;

/**
 * An ONNX model of a few hundred bytes, written by hand: the field numbers are those of onnx.proto.
 * LabelEncoders look the whole text up.
 */
final class TinyModel {
  private static final int FLOAT = 1;
  private static final int STRING = 8;
  private static final int FLOATS_ATTRIBUTE = 6;
  private static final int STRINGS_ATTRIBUTE = 8;
  private static final int FLOAT_ATTRIBUTE = 1;
  private static final int STRING_ATTRIBUTE = 3;

  private TinyModel() {}

  /**
   * Gives "good" and 「悪い」 a valence, the latter out of range; of anything else it thinks nothing.
   */
  static byte[] ofValence(String output) {
    return model(valences(output).message(12, value(output, FLOAT)));
  }

  /** Labels them too. */
  static byte[] ofValenceAndLabel() {
    Wire label =
        encoder("label")
            .message(5, texts("values_strings", "trust", "disgust"))
            .message(
                5,
                new Wire()
                    .text(1, "default_string")
                    .text(4, "neutral")
                    .number(20, STRING_ATTRIBUTE));
    return model(
        valences("valence")
            .message(1, label)
            .message(12, value("valence", FLOAT))
            .message(12, value("label", STRING)));
  }

  /** A graph with the look-up of valences, its output still to be declared. */
  private static Wire valences(String output) {
    Wire values =
        new Wire()
            .text(1, "values_floats")
            .decimal(7, 0.75f)
            .decimal(7, -3)
            .number(20, FLOATS_ATTRIBUTE);
    Wire otherwise = new Wire().text(1, "default_float").decimal(2, 0).number(20, FLOAT_ATTRIBUTE);
    return new Wire()
        .message(1, encoder(output).message(5, values).message(5, otherwise))
        .text(2, "tiny")
        .message(11, value("text", STRING));
  }

  private static Wire encoder(String output) {
    return new Wire()
        .text(1, "text")
        .text(2, output)
        .text(3, "encode_" + output)
        .text(4, "LabelEncoder")
        .text(7, "ai.onnx.ml")
        .message(5, texts("keys_strings", "good", "悪い"));
  }

  private static Wire texts(String name, String first, String second) {
    return new Wire().text(1, name).text(9, first).text(9, second).number(20, STRINGS_ATTRIBUTE);
  }

  /** A tensor of one element. */
  private static Wire value(String name, int type) {
    Wire shape = new Wire().message(1, new Wire().number(1, 1));
    Wire tensor = new Wire().number(1, type).message(2, shape);
    return new Wire().text(1, name).message(2, new Wire().message(1, tensor));
  }

  private static byte[] model(Wire graph) {
    return new Wire()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Wire().text(1, "").number(2, 17))
        .message(8, new Wire().text(1, "ai.onnx.ml").number(2, 2))
        .written();
  }
}
