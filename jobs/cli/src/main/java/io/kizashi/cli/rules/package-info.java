/** Commands of rule authors: check, explain, test, try, publish, roll back, pause. */
@NullMarked
package io.kizashi.cli.rules;

import org.jspecify.annotations.NullMarked;
