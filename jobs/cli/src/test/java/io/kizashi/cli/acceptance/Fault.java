package io.kizashi.cli.acceptance;

import java.time.Duration;

/** Something that is done to broker or sources, so long after the beginning. */
record Fault(Duration at, Runnable deed) {}
