package io.kizashi.text;

import io.kizashi.schema.Touchpoint;
import io.kizashi.text.learning.Testimony;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes from touchpoints what learning needs: the customer's words, and answers to surveys. */
public final class Witness {
  private Witness() {}

  /** Whether a touchpoint may have something to say; costs next to nothing. */
  public static boolean mayTell(Touchpoint touchpoint) {
    return Senses.isOwn(touchpoint)
        && (!touchpoint.text().isEmpty() || touchpoint.type().equals(SurveyAnswer.TYPE));
  }

  /**
   * What a touchpoint says. The words are found with the built-in lexicons, whatever scorer is in
   * use.
   */
  public static Testimony hear(Touchpoint touchpoint) {
    if (!mayTell(touchpoint)) {
      return new Testimony(List.of(), OptionalDouble.empty());
    }
    String language = Senses.language(touchpoint);
    List<String> words =
        touchpoint.text().isEmpty()
            ? List.of()
            : Scorers.builtIn().words(touchpoint.text(), language);
    Optional<SurveyAnswer> answer = Senses.answer(touchpoint, language);
    return new Testimony(
        words,
        answer.isPresent() ? OptionalDouble.of(answer.get().valence()) : OptionalDouble.empty());
  }
}
