/** Publishing held against a real broker and an engine made by hand. */
@NullMarked
package io.kizashi.control.publish;

import org.jspecify.annotations.NullMarked;
