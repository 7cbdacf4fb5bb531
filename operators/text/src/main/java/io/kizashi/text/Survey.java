package io.kizashi.text;

import java.util.Optional;

/**
 * The questions of surveys, and how pleasant their scores are. The scales and what they are called
 * are the field's; the valences between their ends are this project's, made from what is known of
 * how people answer:
 *
 * <ul>
 *   <li>Satisfied customers are the rule and scores crowd at the upper end, so that the middle of a
 *       scale is a bad score (Peterson and Wilson, "Measuring customer satisfaction: fact and
 *       artifact", Journal of the Academy of Marketing Science 20(1), 1992).
 *   <li>Japanese answers crowd at the middle, so that the middle says nothing (Chen, Lee and
 *       Stevenson, "Response style and cross-cultural comparisons of rating scales", Psychological
 *       Science 6(3), 1995; Lee, Jones, Mineyama and Zhang, "Cultural differences in responses to a
 *       Likert scale", Research in Nursing and Health 25(4), 2002).
 * </ul>
 */
enum Survey {
  /**
   * "Would you recommend us?", 0 … 10. Who answers 9 or 10 promotes, up to 6 detracts (Reichheld,
   * "The one number you need to grow", Harvard Business Review, December 2003): the middle between
   * both is neutral. In Japan 5 is.
   */
  NPS,

  /** "How satisfied are you?", 1 … 5. */
  CSAT,

  /**
   * "Was it easy?", 1 … 7, where 7 is very easy (Dixon, Freeman and Toman, "Stop trying to delight
   * your customers", Harvard Business Review, July 2010; the scale of its second form). An effort
   * is told, not a liking: 4 is neutral in every language.
   */
  CES;

  /** The one that touchpoints name so. */
  static Optional<Survey> of(String question) {
    return switch (question) {
      case "nps" -> Optional.of(NPS);
      case "csat" -> Optional.of(CSAT);
      case "ces" -> Optional.of(CES);
      default -> Optional.empty();
    };
  }

  /** How pleasant its scores are, to people who answer in Japanese or in another language. */
  Curve curve(boolean isJapanese) {
    return switch (this) {
      case NPS -> isJapanese ? Curve.around(0, 5, 10) : Curve.around(0, 7.5, 10).through(6, -0.3);
      case CSAT -> Curve.around(1, isJapanese ? 3 : 3.5, 5);
      case CES -> Curve.around(1, 4, 7);
    };
  }
}
