/** Tests of scoring by a model. */
@NullMarked
package io.kizashi.text.onnx;

import org.jspecify.annotations.NullMarked;
