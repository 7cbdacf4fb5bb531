package io.kizashi.language.rehearsal;

import java.util.Optional;

/**
 * A moment that stands at the end of a test.
 *
 * @param moment its rule
 * @param action what answers it, if anything does
 * @param at when it was detected, milliseconds since the epoch
 */
public record Happening(String moment, Optional<String> action, long at) {}
