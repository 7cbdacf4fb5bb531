@NullMarked
package io.kizashi.cli.replay;

import org.jspecify.annotations.NullMarked;
