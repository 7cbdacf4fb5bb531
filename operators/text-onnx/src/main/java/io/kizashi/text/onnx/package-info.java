/**
 * Feeling in text by a company's own ONNX model, in the place of the built-in lexicons.
 *
 * <p>Door: {@link OnnxScorer}.
 */
@NullMarked
package io.kizashi.text.onnx;

import org.jspecify.annotations.NullMarked;
