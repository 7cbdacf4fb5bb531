package io.kizashi.text;

/** "Not happy", 「満足できません」: what a negator stands by is turned round. */
final class Negation implements Pass {
  /** How many morphemes may stand between what is denied and a Japanese negator. */
  private static final int BEHIND = 12;

  private static final int DEED = 3;

  private final boolean follows;

  private Negation(boolean follows) {
    this.follows = follows;
  }

  /** Negators come before what they deny. */
  static Negation english() {
    return new Negation(false);
  }

  /** Negators come after what they deny. */
  static Negation japanese() {
    return new Negation(true);
  }

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i < reading.size(); i++) {
      if (reading.role(i) == Role.NEGATOR) {
        if (follows) {
          behind(reading, i);
        } else {
          ahead(reading, i);
        }
      }
    }
  }

  private static void behind(TextReading reading, int negator) {
    int denied = -1;
    for (int i = negator - 1; i >= 0 && i >= negator - BEHIND; i--) {
      if (reading.role(i).endsClause()) {
        break;
      }
      if (reading.role(i) == Role.AFFIRMER) {
        return;
      }
      if (reading.isDeniable(i) && isNearer(reading, i, denied)) {
        denied = i;
      }
    }
    if (denied >= 0) {
      reading.deny(denied);
    }
  }

  /** A deed gives way to the praise right before it: in 「満足できません」 satisfaction is denied. */
  private static boolean isNearer(TextReading reading, int i, int denied) {
    return denied < 0
        || (reading.entry(denied).value() == 0
            && denied - i <= DEED
            && reading.entry(i).value() > 0);
  }

  private static void ahead(TextReading reading, int negator) {
    double reach = reading.entry(negator).value();
    boolean denied = false;
    for (int i = negator + 1; i < reading.size() && i <= negator + reach; i++) {
      if (reading.role(i).endsClause()) {
        return;
      }
      if (reading.isDeniable(i)) {
        reading.deny(i);
        denied = true;
      } else if (denied && reading.role(i) != Role.JOINER && reading.role(i) != Role.BOOSTER) {
        return;
      }
    }
  }
}
