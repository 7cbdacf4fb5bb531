/**
 * The nouns of the product and their JSON form. Absent text is empty text; nothing here is null.
 *
 * <p>More public types than five: nouns are there to be spoken of.
 *
 * <p>More files than twenty-five: each noun of the product is a file of its own, with its JSON form
 * beside it.
 *
 * <p>Door: {@link ActionKind}, {@link Actor}, {@link Bounds}, {@link Briefing}, {@link Control},
 * {@link ControlJson}, {@link CustomerKey}, {@link DecisionKpi}, {@link Decoding}, {@link Emotion},
 * {@link ExplanationJson}, {@link Inquiry}, {@link LearnedLexicon}, {@link LearnedLexiconJson},
 * {@link LearningBounds}, {@link Moment}, {@link Origin}, {@link OutputJson}, {@link Pause}, {@link
 * Placeholders}, {@link Position}, {@link Publication}, {@link Recommendation}, {@link RejectCode},
 * {@link Rejection}, {@link ReservedProperties}, {@link ReservedTypes}, {@link Retirement}, {@link
 * Rfc3339}, {@link RulebookDocument}, {@link RulebookRef}, {@link RulebookStatus}, {@link
 * SaidJson}, {@link Setting}, {@link Sha256}, {@link Spelling}, {@link Thaw}, {@link Time}, {@link
 * TimeSources}, {@link Touchpoint}, {@link TouchpointJson}, {@link Utf8Order}.
 */
@NullMarked
package io.kizashi.schema;

import org.jspecify.annotations.NullMarked;
