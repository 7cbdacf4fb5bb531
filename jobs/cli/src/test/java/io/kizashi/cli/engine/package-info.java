@NullMarked
package io.kizashi.cli.engine;

import org.jspecify.annotations.NullMarked;
