package io.kizashi.core;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Touchpoints of one customer on channel web, and the world that rules see of them. */
public final class CustomerWorld {
  /** Saturday, 2025-03-01, 10:00 UTC, in milliseconds. */
  public static final long START = 1_740_823_200_000L;

  private CustomerWorld() {}

  /** Rules in the language of rulebooks. */
  public static Rules rules(String rulebook) {
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("test.yaml", 1, rulebook));
    if (compilation instanceof Compilation.Compiled compiled) {
      return compiled.rules();
    }
    throw new AssertionError(
        compilation.problems().stream().map(Problem::render).collect(Collectors.joining("\n")));
  }

  /** A rule that detects moments. */
  public static MomentRule moment(Rules rules, String name) {
    return rules.moment(name).orElseThrow();
  }

  /** The action of a name that answers a rule's moments. */
  public static ActionRule action(Rules rules, String moment, String name) {
    return rules.answering(moment).stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A touchpoint some seconds after the start. */
  public static Touchpoint at(long seconds, String type, String id, Object... properties) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      named.put((String) properties[i], properties[i + 1]);
    }
    return new Touchpoint(
        id,
        type,
        time(seconds),
        CustomerKey.customer("c-1"),
        Actor.CUSTOMER,
        Setting.on("web"),
        Optional.empty(),
        "",
        named,
        time(seconds));
  }

  /** Milliseconds since the epoch of some seconds after the start. */
  public static long time(long seconds) {
    return START + seconds * 1_000;
  }

  /** A state that knows some touchpoints, and on which nothing was judged. */
  public static CustomerState state(Touchpoint... touchpoints) {
    History history = History.EMPTY;
    for (Touchpoint touchpoint : List.of(touchpoints)) {
      history = history.with(touchpoint);
    }
    return CustomerState.EMPTY.withHistory(history);
  }

  /** What rules see of some touchpoints. */
  public static World of(Rules rules, Touchpoint... touchpoints) {
    return World.of(state(touchpoints), rules, new Misses());
  }
}
