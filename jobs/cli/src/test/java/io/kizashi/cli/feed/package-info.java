@NullMarked
package io.kizashi.cli.feed;

import org.jspecify.annotations.NullMarked;
