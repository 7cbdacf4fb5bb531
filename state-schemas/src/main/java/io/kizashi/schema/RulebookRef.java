package io.kizashi.schema;

/**
 * Which rules a moment or a decision comes from.
 *
 * @param name the rulebook's name
 * @param version its version
 * @param hash SHA-256 of its text, in hexadecimal
 */
public record RulebookRef(String name, long version, String hash) {}
