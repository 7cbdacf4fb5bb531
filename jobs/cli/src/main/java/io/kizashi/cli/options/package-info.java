/**
 * Options that several commands share, how their values are read, and files of rules as commands
 * name them.
 */
@NullMarked
package io.kizashi.cli.options;

import org.jspecify.annotations.NullMarked;
