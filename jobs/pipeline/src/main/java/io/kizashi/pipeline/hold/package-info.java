/**
 * Reading that waits while no checkpoint can be made.
 *
 * <p>Door: {@link PatientSource}.
 */
@NullMarked
package io.kizashi.pipeline.hold;

import org.jspecify.annotations.NullMarked;
