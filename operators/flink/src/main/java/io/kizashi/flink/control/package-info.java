/**
 * How a task follows what people publish and pause. The door is {@link
 * io.kizashi.flink.control.Adoption}; {@link io.kizashi.flink.control.ControlRecord} is what it
 * leaves in a checkpoint. Everything else is behind the door.
 *
 * <p>Door: {@link Adoption}, {@link ControlRecord}, {@link ControlsSoFar}.
 */
@NullMarked
package io.kizashi.flink.control;

import org.jspecify.annotations.NullMarked;
