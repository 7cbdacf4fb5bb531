package io.kizashi.core.rules;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions: runs of a customer's own touchpoints whose silences last no longer than a gap.
 *
 * @param gap milliseconds
 */
public record Sessions(long gap) {
  /** The type of the virtual touchpoint that lies behind each session. */
  public static final String ENDED = ReservedTypes.SESSION_ENDED;

  /** When a virtual touchpoint arrived: never. */
  public static final long NEVER = Time.FROM_EVER;

  /** Systems send these in the customer's name: they would begin a session, or make one longer. */
  private static final Set<String> BOOKKEEPING =
      Set.of(
          ReservedTypes.PROFILE_UPDATED,
          ReservedTypes.CONSENT_CHANGED,
          ReservedTypes.IDENTITY_LINKED,
          ReservedTypes.RECOMMENDATION_OUTCOME,
          ReservedTypes.ERASURE_REQUESTED);

  /** Whether a touchpoint is the customer's own, and so part of a session. */
  public static boolean isOwn(Touchpoint touchpoint) {
    return touchpoint.actor() == Actor.CUSTOMER && !BOOKKEEPING.contains(touchpoint.type());
  }

  /** Whether a touchpoint is none, but the end of a session or a moment. */
  public static boolean isVirtual(Touchpoint touchpoint) {
    return touchpoint.arrival() == NEVER;
  }

  /** Whether two own touchpoints, one after the other, are of the same session. */
  boolean joins(long earlier, long later) {
    return later - earlier <= gap;
  }

  /** The last touchpoint of every session in a history, with the end that lies behind it. */
  public List<Map.Entry<Touchpoint, Touchpoint>> ends(List<Touchpoint> history) {
    List<Map.Entry<Touchpoint, Touchpoint>> ends = new ArrayList<>();
    Optional<Touchpoint> last = Optional.empty();
    for (Touchpoint touchpoint : history) {
      if (isOwn(touchpoint)) {
        last.filter(before -> !joins(before.time(), touchpoint.time()))
            .ifPresent(before -> ends.add(Map.entry(before, endOf(before))));
        last = Optional.of(touchpoint);
      }
    }
    last.ifPresent(before -> ends.add(Map.entry(before, endOf(before))));
    return ends;
  }

  /** The last touchpoint of the session that lasts at a place; the place itself where none does. */
  public Position lastOf(List<Touchpoint> history, Position place) {
    Position last = place;
    for (Touchpoint touchpoint : history) {
      if (isOwn(touchpoint) && touchpoint.position().isAfter(last)) {
        if (!joins(last.time(), touchpoint.time())) {
          break;
        }
        last = touchpoint.position();
      }
    }
    return last;
  }

  /** The touchpoints, up to a place, of the session that still lasts there; none if none does. */
  public List<Touchpoint> visit(List<Touchpoint> history, Position place) {
    ArrayDeque<Touchpoint> visit = new ArrayDeque<>();
    long next = place.time();
    for (int i = history.size() - 1; i >= 0; i--) {
      Touchpoint touchpoint = history.get(i);
      if (touchpoint.position().isAfter(place) || !isOwn(touchpoint)) {
        continue;
      }
      if (!joins(touchpoint.time(), next)) {
        break;
      }
      visit.addFirst(touchpoint);
      next = touchpoint.time();
    }
    return List.copyOf(visit);
  }

  private Touchpoint endOf(Touchpoint last) {
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
            at.anonymous(),
            List.of()),
        Optional.empty(),
        "",
        Map.of(),
        NEVER);
  }
}
