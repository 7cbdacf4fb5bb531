package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.signal.Signal;
import io.kizashi.core.time.Zones;
import io.kizashi.schema.state.Profile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds which touchpoints can make a difference to what expressions read. */
public final class Interests {
  private static final Interest PROFILE = new Interest(false, false, Set.of(Profile.TYPE));

  private final Map<String, Signal> signals;
  private final Map<String, Interest> segments = new HashMap<>();
  private final Map<String, Set<String>> profileOfSegments = new HashMap<>();
  private final Set<String> countingSession = new HashSet<>(Set.of(FactName.SESSION.text()));

  /** Of expressions that read some signals. */
  public Interests(Map<String, Signal> signals) {
    this.signals = signals;
  }

  /** Adds a segment, which expressions may read from then on. */
  public void addSegment(String name, Condition segment) {
    segments.put(name, of(segment.reads()));
    profileOfSegments.put(name, profile(segment.reads()));
    if (countsSession(segment.reads())) {
      countingSession.add(FactName.SEGMENTS.field(name));
    }
  }

  /** The touchpoints that can make a difference to what is read. */
  public Interest of(Reads reads) {
    return reads.facts().stream().map(this::of).reduce(Interest.NONE, Interest::or);
  }

  /** The properties of the profile that are read. */
  public Set<String> profile(Reads reads) {
    return reads.facts().stream().flatMap(this::profile).collect(Collectors.toUnmodifiableSet());
  }

  /** The properties of the profile that a fact, as expressions name it, is read from. */
  Stream<String> profile(String fact) {
    String[] path = fact.split("\\.", 2);
    return FactName.of(path[0]).stream()
        .flatMap(
            name ->
                switch (name) {
                  case CUSTOMER -> Arrays.stream(path).skip(1);
                  case LOCAL -> Stream.of(Zones.PROPERTY);
                  case SEGMENTS -> profileOfSegments.getOrDefault(path[1], Set.of()).stream();
                  case SIGNALS, LISTS, EMOTION, SESSION, NOW -> Stream.empty();
                });
  }

  private Interest of(String fact) {
    String[] path = fact.split("\\.", 2);
    return FactName.of(path[0]).map(name -> of(name, path)).orElse(Interest.ALL);
  }

  private Interest of(FactName name, String[] path) {
    return switch (name) {
      case CUSTOMER, LOCAL -> PROFILE;
      case EMOTION -> Interest.EMOTIONAL;
      case SIGNALS ->
          Optional.ofNullable(signals.get(path[1])).map(Signal::interest).orElse(Interest.NONE);
      case SEGMENTS -> segments.getOrDefault(path[1], Interest.NONE);
      case SESSION -> Interest.ALL;
      case LISTS, NOW -> Interest.NONE;
    };
  }

  /** What a step of this type and condition looks for itself. */
  public static Interest fitting(String type, Condition where) {
    if (type.equals(Sessions.ENDED)) {
      return Interest.ALL;
    }
    return type.equals(Step.ANY)
        ? Interest.in(where.types())
        : new Interest(false, false, Set.of(type));
  }

  /** Whether something that is read is about the session that lasts. */
  public boolean countsSession(Reads reads) {
    return reads.facts().stream().anyMatch(countingSession::contains);
  }

  /** All that the expressions of a pattern read. */
  public static Reads reads(MomentRule.Pattern pattern) {
    Stream<Reads> ofSteps = pattern.steps().stream().map(Step::reads);
    Stream<Reads> ofException = pattern.unless().stream().map(fit -> fit.where().reads());
    return Stream.concat(ofSteps, ofException).reduce(Reads.NOTHING, Reads::and);
  }

  /** All that can make a difference to a pattern. */
  public Interest of(MomentRule.Pattern pattern) {
    return pattern.fits().map(Step.Fit::interest).reduce(of(reads(pattern)), Interest::or);
  }
}
