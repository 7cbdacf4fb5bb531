/** YAML with positions: every value knows its line and column, and problems are gathered. */
@NullMarked
package io.kizashi.language.yaml;

import org.jspecify.annotations.NullMarked;
