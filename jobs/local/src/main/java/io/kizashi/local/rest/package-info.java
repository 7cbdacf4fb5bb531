/**
 * Flink's interface over HTTP, which has no users: closed to all but its owner's commands.
 *
 * <p>Door: {@link ClosedRest}, {@link RestToken}.
 */
@NullMarked
package io.kizashi.local.rest;

import org.jspecify.annotations.NullMarked;
