@NullMarked
package io.kizashi.cli.rules;

import org.jspecify.annotations.NullMarked;
