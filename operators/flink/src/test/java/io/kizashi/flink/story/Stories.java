package io.kizashi.flink.story;

import java.util.Random;

/** Where random stories come from. */
@FunctionalInterface
public interface Stories {
  /** The story of a source of chance; the same again for the same seed. */
  CustomersStory tell(Random random);
}
