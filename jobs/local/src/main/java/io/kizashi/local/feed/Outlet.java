package io.kizashi.local.feed;

import org.jspecify.annotations.Nullable;

/** Where a feed writes: partitions that each keep the order of what is sent to them. */
interface Outlet extends AutoCloseable {
  /** How many partitions there are. */
  int partitions();

  /** Sends a record to a partition, behind all that was sent to it before. */
  void send(int partition, byte @Nullable [] key, byte[] value);

  /** Waits until all that was sent is safe. */
  @Override
  void close();
}
