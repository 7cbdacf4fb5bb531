/**
 * The compiled rulebook: what the engine needs to know of the rules. Nothing here reads text; the
 * module {@code operators/language} makes these from YAML.
 *
 * <p>More public types than a door has: all rooms of the engine read the model.
 */
@NullMarked
package io.kizashi.core.rules;

import org.jspecify.annotations.NullMarked;
