package io.kizashi.text;

/** One thing that grammar does to feeling. Passes run one after another over the same reading. */
interface Pass {
  void over(TextReading reading);

  /** A pass that looks at one sentence at a time. */
  interface BySentence extends Pass {
    @Override
    default void over(TextReading reading) {
      for (int from = 0; from < reading.size(); ) {
        int to = reading.sentenceEnd(from);
        sentence(reading, from, to);
        from = to;
      }
    }

    void sentence(TextReading reading, int from, int to);
  }
}
