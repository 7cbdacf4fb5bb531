@NullMarked
package io.kizashi.cli;

import org.jspecify.annotations.NullMarked;
