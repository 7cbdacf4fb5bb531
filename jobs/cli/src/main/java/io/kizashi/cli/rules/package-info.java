/**
 * Commands of rule authors: check, explain, test, try, publish, roll back, pause.
 *
 * <p>Door: {@link PauseCommand}, {@link ResumeCommand}, {@link RulesCommand}, {@link ThawCommand}.
 */
@NullMarked
package io.kizashi.cli.rules;

import org.jspecify.annotations.NullMarked;
