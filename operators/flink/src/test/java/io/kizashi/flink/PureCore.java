package io.kizashi.flink;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.decide.Verdict;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import io.kizashi.flink.story.StoryStep;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.Control;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tasks must come to, without Flink: a map of states and a loop over deadlines. When an
 * idle customer comes to follow new rules is the sweep's affair, so it is told from outside; that
 * all of them do is {@link io.kizashi.flink.invariant.EverybodyFollows}.
 */
final class PureCore implements StoryStep.Stage {
  private final Map<String, CustomerState> states = new TreeMap<>();
  private final Map<String, Pause> pauses = new TreeMap<>();
  private final Emitted emitted = new Emitted();
  private Succession succession;
  private long proven = Long.MIN_VALUE;

  PureCore(RulebookDocument submitted) {
    this.succession = Succession.of(compiled(submitted));
  }

  Emitted emitted() {
    return emitted;
  }

  Map<String, CustomerState> states() {
    return states;
  }

  Succession succession() {
    return succession;
  }

  @Override
  public void arrives(byte[] json) {
    if (TouchpointJson.decode(json, Records.TAKEN_IN, Records.TAKEN_IN)
        instanceof Decoding.Decoded decoded) {
      Touchpoint touchpoint = decoded.touchpoint();
      String customer = touchpoint.cameUnder().text();
      act(customer, Decider.decide(state(customer), touchpoint, inForce(customer), proven));
    }
  }

  @Override
  public void proven(long time) {
    proven = time;
    for (String customer : List.copyOf(states.keySet())) {
      long due = wakeUp(customer);
      while (due != Clock.NEVER && due <= time) {
        act(customer, Decider.wakeUp(state(customer), inForce(customer), due));
        due = wakeUp(customer);
      }
    }
  }

  @Override
  public void told(Control control) {
    if (control instanceof Publication publication) {
      succession = succession.then(compiled(publication.document()), proven);
    } else if (control instanceof Pause pause) {
      pauses.put(pause.target().key(), pause);
    } else {
      throw new IllegalArgumentException("unknown to the model: " + control);
    }
  }

  /** A sweep has looked at a customer. */
  void swept(String customer) {
    if (!succession.isFollowedBy(state(customer))) {
      act(customer, Decider.wakeUp(state(customer), inForce(customer), proven));
    }
  }

  @Override
  public void slice() {
    // Tells by itself whom it looked at.
  }

  @Override
  public void sweptOut() {
    // Tells by itself whom it looked at.
  }

  @Override
  public void rescaled(int tasks) {
    // There are no tasks.
  }

  private void act(String customer, Verdict verdict) {
    states.put(customer, verdict.state());
    verdict.moments().forEach(it -> emitted.add("moments", OutputRecord.of(it)));
    verdict.recommendations().forEach(it -> emitted.add("chosen", OutputRecord.of(it)));
    verdict.shadow().moments().forEach(it -> emitted.add("shadow", OutputRecord.of(it)));
    verdict.shadow().recommendations().forEach(it -> emitted.add("shadow", OutputRecord.of(it)));
  }

  private CustomerState state(String customer) {
    return states.getOrDefault(customer, CustomerState.EMPTY);
  }

  private long wakeUp(String customer) {
    return state(customer).clock().wakeUp();
  }

  private InForce inForce(String customer) {
    List<Pause.Target> paused =
        pauses.values().stream().filter(Pause::paused).map(Pause::target).toList();
    return new InForce(succession, customer, paused);
  }

  private static Rules compiled(RulebookDocument document) {
    Compilation compilation = RulebookCompiler.compile(document);
    if (compilation instanceof Compilation.Compiled compiled) {
      return compiled.rules();
    }
    throw new IllegalArgumentException("does not compile: " + compilation.problems());
  }
}
