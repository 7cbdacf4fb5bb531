@NullMarked
package io.kizashi.cli.look;

import org.jspecify.annotations.NullMarked;
