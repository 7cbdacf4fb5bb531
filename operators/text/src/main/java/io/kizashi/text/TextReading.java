package io.kizashi.text;

import java.util.Arrays;
import java.util.List;

/**
 * What the passes work on: the units of a text, and beside each what it adds to the feeling as far
 * as the passes have come. Belongs to one call.
 */
final class TextReading {
  final List<Unit> units;
  final double[] valence;
  final double[] weight;
  final Feeling[] feelings;

  TextReading(List<Unit> units) {
    this.units = units;
    valence = new double[units.size()];
    weight = new double[units.size()];
    feelings = new Feeling[units.size()];
    Arrays.fill(feelings, Feeling.NEUTRAL);
    for (int i = 0; i < valence.length; i++) {
      if (isFelt(i)) {
        boolean shifts = role(i) == Role.SHIFT;
        valence[i] = shifts ? entry(i).other() : entry(i).value();
        feelings[i] = shifts ? entry(i).otherFeeling() : entry(i).feeling();
        weight[i] = 1;
      }
    }
  }

  /** What the unit adds to the whole. */
  double adds(int i) {
    return valence[i] * weight[i];
  }

  int size() {
    return units.size();
  }

  Unit unit(int i) {
    return units.get(i);
  }

  LexiconEntry entry(int i) {
    return units.get(i).entry();
  }

  Role role(int i) {
    return units.get(i).role();
  }

  /** Whether the unit expresses, or may express, something. */
  boolean isFelt(int i) {
    return role(i) == Role.FEELING || role(i) == Role.SHIFT;
  }

  boolean isDeniable(int i) {
    return isFelt(i) && !unit(i).isSymbol();
  }

  /** Turns a feeling round: the first time to what its denial means, then back. */
  void deny(int i) {
    boolean asWritten = valence[i] == entry(i).value() && feelings[i] == entry(i).feeling();
    if (role(i) == Role.SHIFT) {
      set(i, valence[i] * LexiconEntry.DENIED, feelings[i].opposite());
    } else if (asWritten) {
      set(i, entry(i).other(), entry(i).otherFeeling());
    } else {
      set(i, -valence[i], feelings[i].opposite());
    }
  }

  void set(int i, double value, Feeling feeling) {
    valence[i] = value;
    feelings[i] = feeling;
  }

  /** Makes what lies in {@code from <= i < to} count this many times as much. */
  void weigh(int from, int to, double factor) {
    for (int i = Math.max(from, 0); i < to; i++) {
      weight[i] *= factor;
    }
  }

  /** Where the sentence with unit {@code from} ends: after its last mark. */
  int sentenceEnd(int from) {
    int i = from;
    while (i < size() && !role(i).endsSentence()) {
      i++;
    }
    while (i < size() && role(i).endsSentence()) {
      i++;
    }
    return i;
  }

  /** The first unit in {@code from <= i < to} of the role, or −1. */
  int first(Role role, int from, int to) {
    for (int i = from; i < to; i++) {
      if (role(i) == role) {
        return i;
      }
    }
    return -1;
  }

  boolean has(Role role, int from, int to) {
    return first(role, from, to) >= 0;
  }

  /** Whether the units in {@code from <= i < to} ask, beg or suppose rather than tell. */
  boolean asks(int from, int to) {
    return has(Role.ASKED, from, to)
        || has(Role.ASKING, from, to)
        || has(Role.REQUEST, from, to)
        || has(Role.CONDITION, from, to);
  }
}
