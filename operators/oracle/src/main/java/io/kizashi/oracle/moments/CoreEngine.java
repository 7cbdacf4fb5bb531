package io.kizashi.oracle.moments;

import io.kizashi.core.decide.Verdict;
import io.kizashi.core.rules.Rules;
import io.kizashi.oracle.story.CoreLoop;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine's core, told a story as its shell would: through the bytes of its state. */
public final class CoreEngine implements CheckedEngine {
  private final CoreLoop loop;
  private final Map<String, ShownMoments> standing = new TreeMap<>();
  private final List<String> recommendations = new ArrayList<>();
  private final Map<Verdict.Fate, Long> fates = new EnumMap<>(Verdict.Fate.class);

  public CoreEngine(Rules rules) {
    this.loop = new CoreLoop(rules, List.of(), (before, verdict, now) -> act(verdict));
  }

  @Override
  public void arrives(Touchpoint touchpoint) {
    fates.merge(loop.arrives(touchpoint), 1L, Long::sum);
  }

  @Override
  public void proven(long time) {
    loop.proven(time);
  }

  private void act(Verdict verdict) {
    verdict.moments().forEach(moment -> stands(moment, ShownMoments.of(moment)));
    verdict
        .shadow()
        .moments()
        .forEach(moment -> stands(moment, ShownMoments.of(moment).inShadow()));
    for (Recommendation r : verdict.recommendations()) {
      recommendations.add(ShownMoments.decision(r.status().wire(), r.decidedAt(), r.moment().id()));
    }
  }

  private void stands(Moment moment, ShownMoments shown) {
    if (moment.status() == Moment.Status.DETECTED) {
      standing.put(moment.id(), shown);
    } else {
      standing.remove(moment.id());
    }
  }

  @Override
  public Counts counts() {
    return new Counts(
        fates.getOrDefault(Verdict.Fate.FOLDED, 0L),
        fates.getOrDefault(Verdict.Fate.DUPLICATE, 0L),
        fates.getOrDefault(Verdict.Fate.LATE, 0L));
  }

  @Override
  public List<ShownMoments> standing() {
    return standing.values().stream().sorted().toList();
  }

  @Override
  public List<String> recommendations() {
    return List.copyOf(recommendations);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
