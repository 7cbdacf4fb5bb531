package io.kizashi.lab.evaluate;

/**
 * A text and what people said of it.
 *
 * @param label a polarity or a feeling, or empty
 * @param rating unpleasant below 0, pleasant above; 0 where there is a label
 * @param kind what makes it difficult, or empty
 */
record Labelled(String text, String label, double rating, String kind) {
  static Labelled rated(String text, double rating) {
    return new Labelled(text, "", rating, "");
  }

  static Labelled named(String text, String label) {
    return new Labelled(text, label, 0, "");
  }
}
