package io.kizashi.text;

import java.util.Set;

/**
 * "How are you all so nice?", "why is the bed so comfortable?": who wonders at what is good praises
 * it. Where anything bad stands beside it, it stays a question or a reproach.
 */
final class Marvel implements Pass.BySentence {
  private static final Set<String> WONDERS = Set.of("how", "why");

  @Override
  public void sentence(TextReading reading, int from, int to) {
    if (!reading.has(Role.ASKED, from, to) || !WONDERS.contains(reading.unit(from).form())) {
      return;
    }
    int good = -1;
    for (int i = from + 1; i < to; i++) {
      boolean felt = reading.isDeniable(i) && reading.valence[i] != 0;
      if (reading.role(i) == Role.NEGATOR || (felt && reading.valence[i] < 0 && i > from)) {
        return;
      }
      boolean so = reading.unit(i - 1).form().equals("so");
      good = good < 0 && felt && so ? i : good;
    }
    if (good >= 0) {
      for (int i = from; i < to; i++) {
        reading.weight[i] = i == good ? 1 : 0;
      }
    }
  }
}
