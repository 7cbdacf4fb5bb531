@NullMarked
package io.kizashi.language.read;

import org.jspecify.annotations.NullMarked;
