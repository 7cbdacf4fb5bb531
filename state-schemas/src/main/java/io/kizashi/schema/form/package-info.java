/**
 * The forms in which something leaves the process: what was added to each and since which release,
 * and by which literals constants of enums stand there.
 *
 * <p>Door: {@link Form}, {@link FormAddition}, {@link FormAdditions}, {@link Literals}.
 */
@NullMarked
package io.kizashi.schema.form;

import org.jspecify.annotations.NullMarked;
