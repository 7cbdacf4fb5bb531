@NullMarked
package io.kizashi.cli.bench;

import org.jspecify.annotations.NullMarked;
