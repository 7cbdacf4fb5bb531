/** The whole engine in one process, shown on one screen. */
@NullMarked
package io.kizashi.cli.demo;

import org.jspecify.annotations.NullMarked;
