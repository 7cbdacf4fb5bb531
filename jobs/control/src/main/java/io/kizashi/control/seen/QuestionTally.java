package io.kizashi.control.seen;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.language.asked.Question;

/** How often a question could be asked, could not be read, and held. */
final class QuestionTally {
  private final Question question;
  private long asked;
  private long unread;
  private long held;

  QuestionTally(Question question) {
    this.question = question;
  }

  void ask(Bindings bindings) {
    Misses misses = new Misses();
    asked++;
    if (question.answer().of(bindings, misses)) {
      held++;
    } else if (misses.count() > 0) {
      unread++;
    }
  }

  Question question() {
    return question;
  }

  /** Of how many touchpoints it was asked. */
  long asked() {
    return asked;
  }

  /** For how many something was missing, or of another kind, so that it did not hold. */
  long unread() {
    return unread;
  }

  /** For how many it held, or had a value. */
  long held() {
    return held;
  }
}
