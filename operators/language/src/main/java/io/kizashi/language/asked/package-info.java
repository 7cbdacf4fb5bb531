/**
 * What a rulebook asks of touchpoints: types, properties, kinds and values, each where it stands.
 *
 * <p>More public types than five: they are one sentence, of who asks where for what.
 *
 * <p>Door: {@link Ask}, {@link Asked}, {@link Likely}, {@link PropertyKind}, {@link Question},
 * {@link Slot}.
 */
@NullMarked
package io.kizashi.language.asked;

import org.jspecify.annotations.NullMarked;
