package io.kizashi.local.watch;

import java.util.OptionalLong;

/**
 * How a job was when it last answered.
 *
 * @param at when that was, milliseconds since the epoch, as all times here
 * @param downSince empty while every task runs
 * @param failures within ten minutes
 * @param failure the last of them; empty before the first
 * @param isHolding whether nothing is decided for want of a checkpoint
 * @param checkpointAt when one was last complete; empty before the first since the start
 */
record JobStanding(
    long at,
    OptionalLong downSince,
    int failures,
    String failure,
    boolean isHolding,
    OptionalLong checkpointAt) {}
