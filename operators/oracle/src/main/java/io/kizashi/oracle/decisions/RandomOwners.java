package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Place;
import io.kizashi.schema.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whom the tasks of a rulebook are for, written down and looked up as plainly as can be.
 *
 * @param agent the owner of all tasks; empty where the rulebook names none
 * @param away who does the tasks of those who are away
 */
record RandomOwners(Optional<Owner> agent, List<Away> away) {
  private static final String FALLBACK = "desk";
  private static final String FILE = "staff/owners.csv";

  /** Names that are given, and what the texts that are looked up may be. */
  private static final List<String> NAMES = List.of("anna", "ben", "word", "m0");

  /** Copies the list. */
  RandomOwners {
    away = List.copyOf(away);
  }

  /** One form of an owner. */
  sealed interface Owner {}

  /** Always the same. */
  record Named(String name) implements Owner {}

  /** What is read is the name. */
  record Known(OwnerSource by) implements Owner {}

  /** The name stands beside what is read, in the rulebook or in a file. */
  record Listed(OwnerSource by, Map<String, String> is, boolean inFile) implements Owner {}

  /** Days, both included, on which another does someone's tasks. */
  record Away(String who, LocalDate first, LocalDate last, String deputy) {
    boolean holds(String name, LocalDate day) {
      return name.equals(who) && first.compareTo(day) <= 0 && day.compareTo(last) <= 0;
    }
  }

  /** Some owners, and absences around the beginning. */
  static RandomOwners drawn(Draws draws, Place place) {
    LocalDate day = Instant.ofEpochMilli(place.start()).atZone(place.zone()).toLocalDate();
    List<Away> away = new ArrayList<>();
    for (int left = (int) draws.any(0, 1, 3, 6); left > 0; left--) {
      LocalDate first = day.plusDays(draws.any(-1, 0, 0, 1));
      String who = draws.any(NAMES);
      List<String> others = NAMES.stream().filter(name -> !name.equals(who)).toList();
      away.add(new Away(who, first, first.plusDays(draws.any(0, 0, 1, 40)), draws.any(others)));
    }
    return new RandomOwners(draws.maybe(9, () -> owner(draws)), away);
  }

  private static Owner owner(Draws draws) {
    OwnerSource source =
        draws.any(
            List.of(OwnerSource.WORD, OwnerSource.WORD, OwnerSource.TYPE, OwnerSource.PREFERRED));
    return switch ((int) draws.any(0, 1, 2)) {
      case 0 -> new Named(draws.any(NAMES));
      case 1 -> new Known(source);
      default -> {
        Map<String, String> is = new TreeMap<>();
        draws
            .some(List.of("word", "m0", "m1", "web", "email"))
            .forEach(key -> is.put(key, draws.any(NAMES)));
        yield new Listed(source, is, draws.random().nextBoolean());
      }
    };
  }

  /** Whose a task is that is to be done at a time. */
  String assignee(Touchpoint moment, NaiveFacts world, long time, ZoneId zone) {
    LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    List<String> asked = new ArrayList<>();
    Optional<String> name = agent.flatMap(owner -> name(owner, moment, world));
    while (name.isPresent() && !asked.contains(name.get())) {
      String who = name.get();
      Optional<Away> absence = away.stream().filter(it -> it.holds(who, day)).findFirst();
      if (absence.isEmpty()) {
        return who;
      }
      asked.add(who);
      name = Optional.of(absence.get().deputy());
    }
    return FALLBACK;
  }

  private static Optional<String> name(Owner owner, Touchpoint moment, NaiveFacts world) {
    if (owner instanceof Named named) {
      return Optional.of(named.name());
    }
    if (owner instanceof Known known) {
      return known.by().text(moment, world);
    }
    Listed listed = (Listed) owner;
    return listed
        .by()
        .text(moment, world)
        .flatMap(key -> Optional.ofNullable(listed.is().get(key)));
  }

  /** The same without one absence, and with one owner for all. */
  List<RandomOwners> simpler() {
    List<RandomOwners> simpler = new ArrayList<>();
    RandomPolicies.without(away).forEach(rest -> simpler.add(new RandomOwners(agent, rest)));
    if (!(agent.orElse(new Named("")) instanceof Named)) {
      simpler.add(new RandomOwners(Optional.of(new Named("anna")), away));
    }
    return simpler;
  }

  String yaml() {
    List<String> lines = new ArrayList<>();
    lines.add("owners:");
    agent.ifPresent(owner -> lines.add("agent: " + yaml(owner)));
    if (!away.isEmpty()) {
      lines.add("away:");
    }
    for (Away it : away) {
      lines.add(
          "  - { who: %s, from: %s, to: %s, deputy: %s }"
              .formatted(it.who(), it.first(), it.last(), it.deputy()));
    }
    lines.add("fallback: " + FALLBACK);
    return String.join("\n  ", lines) + "\n";
  }

  /** The text of the file that the owners stand in; empty where they stand in none. */
  Optional<String> file(String file) {
    return agent
        .filter(Listed.class::isInstance)
        .map(Listed.class::cast)
        .filter(listed -> file.equals(FILE) && listed.inFile())
        .map(
            listed ->
                listed.is().entrySet().stream()
                    .map(it -> it.getKey() + ";\"" + it.getValue() + "\"\n")
                    .collect(Collectors.joining()));
  }

  private static String yaml(Owner owner) {
    if (owner instanceof Named named) {
      return named.name();
    }
    if (owner instanceof Known known) {
      return "'" + known.by().cel() + "'";
    }
    Listed listed = (Listed) owner;
    if (listed.inFile()) {
      return "{ by: '%s', file: %s }".formatted(listed.by().cel(), FILE);
    }
    List<String> names =
        listed.is().entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList();
    return "{ by: '%s', is: { %s } }".formatted(listed.by().cel(), String.join(", ", names));
  }
}
