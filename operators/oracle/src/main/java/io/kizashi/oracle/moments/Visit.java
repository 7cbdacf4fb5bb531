package io.kizashi.oracle.moments;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A session: a run of the customer's own touchpoints without a silence beyond the gap. */
record Visit(double touchpoints, double seconds, String id) {
  static final String ENDED = "session_ended";
  private static final Set<String> NOT_OWN =
      Set.of(
          "profile_updated",
          "consent_changed",
          "identity_linked",
          "recommendation_outcome",
          "erasure_requested");

  private static List<Touchpoint> own(List<Touchpoint> touchpoints) {
    return touchpoints.stream()
        .filter(t -> t.actor() == Actor.CUSTOMER && !NOT_OWN.contains(t.type()))
        .toList();
  }

  /** The session that a place lies in. */
  static Visit underWay(NaiveWorld world) {
    long gap = world.rulebook().gap();
    List<Touchpoint> run = new ArrayList<>();
    for (Touchpoint touchpoint : own(world.seen())) {
      if (!run.isEmpty() && touchpoint.time() - run.get(run.size() - 1).time() > gap) {
        run.clear();
      }
      run.add(touchpoint);
    }
    if (run.isEmpty() || world.now() - run.get(run.size() - 1).time() > gap) {
      return new Visit(0, 0, "");
    }
    Touchpoint newest = run.get(run.size() - 1);
    double seconds = (newest.time() - run.get(0).time()) / 1_000.0;
    return new Visit(run.size(), seconds, newest.setting().session());
  }

  /** The virtual touchpoints behind the sessions of a history. */
  static List<Touchpoint> ends(List<Touchpoint> history, long gap) {
    List<Touchpoint> own = own(history);
    List<Touchpoint> ends = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (i == own.size() - 1 || own.get(i + 1).time() - own.get(i).time() > gap) {
        ends.add(end(own.get(i), gap));
      }
    }
    return ends;
  }

  /**
   * The end of the session that a touchpoint is the last of. A rule may read of it what the whole
   * session has in common with its last touchpoint: the channel, session, contact, case, account,
   * place and region. Nobody said or did anything there: no stage but the journey's, no text,
   * values, emotion and properties, and the system acts. It belongs to the account of its last
   * touchpoint, or rules of {@code scope: account} would miss it.
   */
  private static Touchpoint end(Touchpoint last, long gap) {
    Setting at = last.setting();
    return new Touchpoint(
        last.id() + "/" + ENDED,
        ENDED,
        last.time() + gap,
        last.cameUnder(),
        Actor.SYSTEM,
        new Setting(
            at.channel(),
            at.session(),
            at.contact(),
            at.caseId(),
            at.account(),
            at.place(),
            at.region(),
            "",
            "",
            List.of()),
        Optional.empty(),
        "",
        Map.of(),
        last.arrival());
  }

  /** Whether it is a session's end, and not a touchpoint that happens to be called so. */
  static boolean isEnd(Touchpoint touchpoint) {
    return touchpoint.type().equals(ENDED) && touchpoint.id().endsWith("/" + ENDED);
  }
}
