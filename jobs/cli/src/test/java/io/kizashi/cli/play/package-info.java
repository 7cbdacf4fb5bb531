@NullMarked
package io.kizashi.cli.play;

import org.jspecify.annotations.NullMarked;
