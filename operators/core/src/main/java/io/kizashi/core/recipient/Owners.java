package io.kizashi.core.recipient;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom tasks are for.
 *
 * @param owners by who gets the task
 * @param absences who does the tasks of those who are away; the first that fits counts
 * @param fallback who gets the tasks that nobody owns
 * @param zone in which days begin
 */
public record Owners(
    Map<Recipient, Owner> owners, List<Absence> absences, String fallback, ZoneId zone) {
  /** The key under which an explanation tells where the assignee stands. */
  public static final String EXPLAINED = "assignee";

  /** Where the assignee stands of a task that nobody owns. */
  public static final String FALLBACK = "owners.fallback";

  /** Where the assignee stands who does the tasks of one who is away. */
  public static final String AWAY = "owners.away";

  /** Copies the collections. */
  public Owners {
    owners = Map.copyOf(owners);
    absences = List.copyOf(absences);
  }

  /**
   * Whose a task is.
   *
   * @param assignee a person, a team or a queue
   * @param found where it stands in the rulebook
   */
  public record Assigned(String assignee, String found) {}

  /** Where the assignee stands of a task that its owner does. */
  public static String found(Recipient recipient) {
    return "owners." + recipient.wire();
  }

  /** The owners in the order of their recipients. */
  public Map<Recipient, Owner> inOrder() {
    Map<Recipient, Owner> ordered = new EnumMap<>(Recipient.class);
    ordered.putAll(owners);
    return ordered;
  }

  /** What the owners are found by. */
  public Stream<Value> read() {
    return owners.values().stream().flatMap(Owner::read);
  }

  /**
   * Whose a task is: the owner's, or who does the tasks of one who is away; else the fallback's.
   *
   * @param known what is known where the task is decided, {@code event} being the touchpoint that
   *     completed its moment
   * @param time at which the task is to be done, milliseconds since the epoch
   */
  public Assigned assigned(Recipient recipient, Bindings known, Misses misses, long time) {
    LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    Optional<String> owner =
        Optional.ofNullable(owners.get(recipient)).flatMap(it -> it.of(known, misses));
    return owner
        .flatMap(
            name ->
                present(name, day)
                    .map(it -> new Assigned(it, it.equals(name) ? found(recipient) : AWAY)))
        .orElseGet(() -> new Assigned(fallback, FALLBACK));
  }

  /** Who does someone's tasks on a day; nobody where all deputies are away. */
  private Optional<String> present(String name, LocalDate day) {
    String at = name;
    for (int left = absences.size(); left >= 0; left--) {
      String who = at;
      Optional<Absence> away = absences.stream().filter(it -> it.covers(who, day)).findFirst();
      if (away.isEmpty()) {
        return Optional.of(at);
      }
      at = away.get().deputy();
    }
    return Optional.empty();
  }
}
