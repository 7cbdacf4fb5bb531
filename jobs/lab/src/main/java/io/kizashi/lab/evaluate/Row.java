package io.kizashi.lab.evaluate;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A line of the table. Figures are those of the odd rows unless their name says otherwise.
 *
 * @param texts how many odd rows there are
 * @param aim what {@code scorer} is to reach
 * @param scorer the built-in scorer
 * @param even the same on the rows to tune on
 * @param noGrammar its lexicons without negation, contrast and the rest
 * @param ownLexicon without VADER's lexicon
 * @param majority always the most frequent label; absent for correlations
 * @param sure how often the built-in scorer is right where it is sure
 * @param kinds of difficulty: how many of all rows are right; empty where no kinds are told
 */
public record Row(
    String title,
    String measure,
    int texts,
    OptionalDouble aim,
    double scorer,
    double even,
    double noGrammar,
    double ownLexicon,
    OptionalDouble majority,
    Certainty sure,
    Map<String, String> kinds) {}
