package io.kizashi.flink.proof;

import io.kizashi.schema.TimeSources;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of heartbeats that prove nothing, since nobody declared whose they are: once a name. */
final class UndeclaredSources {
  private static final Logger LOG = LoggerFactory.getLogger(UndeclaredSources.class);

  /** Names that are told of; who writes another with every heartbeat must not fill the log. */
  private static final int MOST = 20;

  private final TimeSources sources;
  private final Set<String> told = new HashSet<>();

  /**
   * Has told of none.
   *
   * @param sources those that are declared
   */
  UndeclaredSources(TimeSources sources) {
    this.sources = sources;
  }

  /** Tells of one whose heartbeats do not count. */
  void tell(String source) {
    if (told.size() < MOST && told.add(source)) {
      LOG.warn(
          "heartbeats of '{}' prove no time: settings declare sources {}; add it there, or let it"
              + " write none",
          source,
          new TreeSet<>(sources.declared()));
    }
  }
}
