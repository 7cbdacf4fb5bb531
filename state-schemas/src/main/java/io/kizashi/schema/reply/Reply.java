package io.kizashi.schema.reply;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Pause;
import io.kizashi.schema.RulebookRef;
import java.util.List;

/**
 * What the engine answers when somebody asks about a customer. Times are milliseconds since the
 * epoch.
 *
 * @param inquiry id of what was asked
 * @param customer whom it is about
 * @param time proven time of the engine, {@link io.kizashi.schema.Time#UNPROVEN} where none is
 * @param finding what it found
 */
public record Reply(String inquiry, CustomerKey customer, long time, Finding finding) {
  /** What was found of a customer. */
  public sealed interface Finding permits Known, Unknown, Frozen, Refused {
    /** As records spell it. */
    String wire();
  }

  /**
   * Something is kept.
   *
   * @param rulebook by which is decided
   * @param kept how much of the customer
   * @param courses how far the customer came in each rule that began, in the rulebook's order
   * @param decided the newest decisions, the newest first
   * @param restraints what keeps messages back as things are
   * @param pauses what staff have paused
   * @param unread places in the rulebook that can't read what they ask for of the newest touchpoint
   * @param omitted how many rules and decisions more there are: an answer has a bound
   */
  public record Known(
      RulebookRef rulebook,
      Kept kept,
      List<Course> courses,
      List<Decided> decided,
      List<Restraint> restraints,
      List<Pause.Target> pauses,
      List<String> unread,
      int omitted)
      implements Finding {
    /** Copies the lists. */
    public Known {
      courses = List.copyOf(courses);
      decided = List.copyOf(decided);
      restraints = List.copyOf(restraints);
      pauses = List.copyOf(pauses);
      unread = List.copyOf(unread);
    }

    @Override
    public String wire() {
      return "known";
    }

    /** The same with so many rules and decisions at most. */
    Known shortened(int most) {
      List<Course> rules = courses.subList(0, Math.min(most, courses.size()));
      List<Decided> decisions = decided.subList(0, Math.min(most, decided.size()));
      int left = courses.size() + decided.size() - rules.size() - decisions.size();
      return new Known(
          rulebook, kept, rules, decisions, restraints, pauses, unread, omitted + left);
    }
  }

  /** Nothing is kept. */
  public record Unknown() implements Finding {
    @Override
    public String wire() {
      return "nothing";
    }
  }

  /**
   * Deciding failed, and nothing is decided until the customer is thawed.
   *
   * @param since when the first touchpoint came that waits, or up to when all was decided; {@link
   *     io.kizashi.schema.Time#UNPROVEN} where neither is known
   * @param defect what failed, without the data that it failed at
   * @param waiting how many touchpoints wait for the thaw
   */
  public record Frozen(long since, String defect, int waiting) implements Finding {
    @Override
    public String wire() {
      return "frozen";
    }
  }

  /** It was not looked: {@code reason} says why, as a code. */
  public record Refused(String reason) implements Finding {
    @Override
    public String wire() {
      return "refused";
    }
  }

  /**
   * How much is kept.
   *
   * @param touchpoints how many of the history
   * @param oldest time of the oldest of these; that of the newest where there is none
   * @param newest time of the newest; {@link io.kizashi.schema.Time#UNPROVEN} where there is none
   * @param moments how many stand
   * @param decisions how many are remembered
   * @param wakeUp when something falls due next, {@link io.kizashi.schema.Time#NEVER} for never
   */
  public record Kept(
      int touchpoints, long oldest, long newest, int moments, int decisions, long wakeUp) {}

  /**
   * Something that keeps messages back, whatever they say.
   *
   * @param reason its code, that of an explanation
   * @param kinds the kinds of actions that it keeps back; none where it goes by something else
   * @param detail what decides, as explanations say it
   */
  public record Restraint(String reason, List<ActionKind> kinds, String detail) {
    /** Copies the kinds. */
    public Restraint {
      kinds = List.copyOf(kinds);
    }
  }
}
