package io.kizashi.text;

/**
 * What a lexicon says of a word.
 *
 * @param role what it does
 * @param value of a feeling its valence, −1 … 1; of a booster what it adds, as a share; of an
 *     English negator how many words it reaches; of a shift its valence when it concerns something
 *     bad
 * @param arousal of a feeling −1 … 1
 * @param feeling of a feeling its name
 * @param other of a feeling its valence when denied; of a shift its valence when it concerns
 *     nothing bad
 * @param otherFeeling of a feeling its name when denied
 * @param always of a feeling whether it speaks in questions, requests and conditions too
 */
record LexiconEntry(
    Role role,
    double value,
    double arousal,
    Feeling feeling,
    double other,
    Feeling otherFeeling,
    boolean always) {
  /** What a negation leaves of a feeling, turned round: N_SCALAR of VADER (Hutto 2014). */
  static final double DENIED = -0.74;

  static final LexiconEntry WORD = of(Role.WORD, 0);
  static final LexiconEntry IDLE = of(Role.IDLE, 0);
  static final LexiconEntry PAUSE = of(Role.PAUSE, 0);
  static final LexiconEntry STOP = of(Role.STOP, 0);
  static final LexiconEntry ASKED = of(Role.ASKED, 0);
  static final LexiconEntry SHOUT = of(Role.SHOUT, 0);

  static LexiconEntry of(Role role, double value) {
    return new LexiconEntry(role, value, 0, Feeling.NEUTRAL, 0, Feeling.NEUTRAL, false);
  }

  static LexiconEntry feeling(Feeling feeling, double value, double arousal) {
    double denied = value * DENIED;
    return new LexiconEntry(
        Role.FEELING, value, arousal, feeling, denied, feeling.opposite(), false);
  }

  /** A feeling with more or less valence, and as much less or more when denied. */
  LexiconEntry shifted(double by) {
    double next = Math.max(-1, Math.min(1, value + by));
    double denied = Math.max(-1, Math.min(1, other + by * DENIED));
    boolean turns = next * value < 0;
    return new LexiconEntry(
        role,
        next,
        arousal,
        turns ? plainly(next) : feeling,
        denied,
        turns ? plainly(denied) : otherFeeling,
        always);
  }

  LexiconEntry denied(Feeling denial, double valence) {
    return new LexiconEntry(role, value, arousal, feeling, valence, denial, always);
  }

  LexiconEntry speaksAlways() {
    return new LexiconEntry(role, value, arousal, feeling, other, otherFeeling, true);
  }

  static LexiconEntry shift(double ofBad, double otherwise) {
    return new LexiconEntry(
        Role.SHIFT, ofBad, 0, plainly(ofBad), otherwise, plainly(otherwise), false);
  }

  /** The feeling of which no more is known than whether it is good. */
  static Feeling plainly(double valence) {
    return valence < 0 ? Feeling.SADNESS : Feeling.JOY;
  }
}
