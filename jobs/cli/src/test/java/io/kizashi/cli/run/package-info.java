@NullMarked
package io.kizashi.cli.run;

import org.jspecify.annotations.NullMarked;
