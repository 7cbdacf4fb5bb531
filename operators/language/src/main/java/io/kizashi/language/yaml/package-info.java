/**
 * YAML with positions: every value knows its line and column, and problems are gathered.
 *
 * <p>More public types than five: a text, its nodes and the problems in them are what every reader
 * speaks of.
 *
 * <p>Door: {@link Fix}, {@link Mark}, {@link Nearest}, {@link Problem}, {@link Problems}, {@link
 * YamlNode}, {@link YamlReader}.
 */
@NullMarked
package io.kizashi.language.yaml;

import org.jspecify.annotations.NullMarked;
