@NullMarked
package io.kizashi.language.library;

import org.jspecify.annotations.NullMarked;
