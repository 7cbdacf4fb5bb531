/**
 * The compiled rulebook: what the engine needs to know of the rules. Nothing here reads text; the
 * module {@code operators/language} makes these from YAML.
 *
 * <p>More files than twenty-five: each noun of a rulebook is a file of its own, and all change with
 * the language.
 *
 * <p>More public types than five: the model of a rulebook; the module {@code operators/language}
 * makes these, and every room of the engine reads them.
 *
 * <p>Door: {@link ActionRule}, {@link Address}, {@link Cap}, {@link Content}, {@link Deadline},
 * {@link Definition}, {@link EmotionBound}, {@link EmotionInputs}, {@link Followers}, {@link
 * Guard}, {@link Interests}, {@link Journey}, {@link Mode}, {@link MomentRule}, {@link Policies},
 * {@link QuietHours}, {@link Reach}, {@link RefusalPolicy}, {@link Rules}, {@link Sessions}, {@link
 * Step}, {@link Stood}, {@link Trial}, {@link Words}, {@link Worth}.
 */
@NullMarked
package io.kizashi.core.rules;

import org.jspecify.annotations.NullMarked;
