package io.kizashi.core.decide;

import io.kizashi.core.decide.Verdict.Fate;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a story to the engine as its shell would, through the binary form after every step. */
final class CustomerStory {
  static final long START = Rfc3339.parse("2025-03-01T10:00:00Z").orElseThrow();

  final List<Moment> moments = new ArrayList<>();
  final List<Recommendation> recommendations = new ArrayList<>();
  final List<Fate> fates = new ArrayList<>();
  CustomerState state = CustomerState.EMPTY;
  int missing;
  int forgotten;
  int nobodys;

  /** What conditions could not read, as {@code place why}. */
  final List<String> unread = new ArrayList<>();

  final List<Moment> shadowMoments = new ArrayList<>();
  final List<Recommendation> shadowRecommendations = new ArrayList<>();
  final List<String> withheld = new ArrayList<>();
  Optional<Withheld> lastWithheld = Optional.empty();
  InForce inForce;
  private long proven = Long.MIN_VALUE;

  CustomerStory(String rulebook) {
    this(compile(rulebook));
  }

  CustomerStory(Rules rules) {
    this.inForce = InForce.always(rules);
  }

  static Rules compile(String rulebook) {
    return compile(rulebook, 1);
  }

  static Rules compile(String rulebook, long version) {
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("test.yaml", version, rulebook));
    if (compilation instanceof Compilation.Compiled compiled) {
      return compiled.rules();
    }
    throw new AssertionError(
        compilation.problems().stream().map(Problem::render).collect(Collectors.joining("\n")));
  }

  static Touchpoint touchpoint(String id, String type, long time, Object... properties) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      map.put((String) properties[i], properties[i + 1]);
    }
    return new Touchpoint(
        id,
        type,
        time,
        CustomerKey.customer("c-1"),
        Actor.CUSTOMER,
        Setting.on("web"),
        Optional.empty(),
        "",
        map,
        time);
  }

  /** A touchpoint some seconds after the start. */
  CustomerStory at(long seconds, String type, String id, Object... properties) {
    return arrives(touchpoint(id, type, START + seconds * 1_000, properties));
  }

  CustomerStory arrives(Touchpoint touchpoint) {
    act(Decider.decide(state, touchpoint, inForce, proven));
    return this;
  }

  /** Time is proven up to some seconds after the start. */
  CustomerStory proven(long seconds) {
    return provenAt(START + seconds * 1_000);
  }

  CustomerStory provenAt(long time) {
    proven = Math.max(proven, time);
    while (state.clock().wakeUp() <= proven && state.clock().wakeUp() != Clock.NEVER) {
      act(Decider.wakeUp(state, inForce, state.clock().wakeUp()));
    }
    return this;
  }

  /** The shell looks whether the rules have changed for a customer who does nothing. */
  CustomerStory sweep(long seconds) {
    act(Decider.wakeUp(state, inForce, START + seconds * 1_000));
    return proven(seconds);
  }

  CustomerStory ends() {
    return provenAt(Long.MAX_VALUE - 1);
  }

  void act(Verdict verdict) {
    state = CustomerState.decode(verdict.state().encode());
    fates.add(verdict.fate());
    moments.addAll(verdict.moments());
    recommendations.addAll(verdict.recommendations());
    shadowMoments.addAll(verdict.shadow().moments());
    shadowRecommendations.addAll(verdict.shadow().recommendations());
    verdict.trace().withheld().forEach(it -> withheld.add(it.reason()));
    lastWithheld = verdict.trace().withheld().stream().findFirst().or(() -> lastWithheld);
    missing += verdict.trace().missing();
    forgotten += verdict.trace().forgotten();
    nobodys += verdict.trace().nobodys();
    verdict.trace().unread().stream()
        .sorted()
        .forEach(it -> unread.add(it.place() + " " + it.why().wire()));
  }

  /** Standing moments as {@code rule@seconds:evidence}. */
  List<String> standing() {
    Map<String, Moment> standing = new TreeMap<>();
    for (Moment moment : moments) {
      if (moment.status() == Moment.Status.DETECTED) {
        standing.put(moment.id(), moment);
      } else {
        standing.remove(moment.id());
      }
    }
    return standing.values().stream().map(CustomerStory::show).sorted().toList();
  }

  static String show(Moment moment) {
    return moment.rule()
        + "@"
        + (moment.detectedAt() - START) / 1_000.0
        + ":"
        + String.join(",", moment.evidence());
  }
}
