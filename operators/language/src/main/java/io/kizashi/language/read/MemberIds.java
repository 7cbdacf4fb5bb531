package io.kizashi.language.read;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Placeholders;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the ids of one list. What names nobody, or somebody once more, is left out and told: once
 * for the list, since exports hold thousands of such lines.
 */
final class MemberIds {
  private final Problems problems;
  private final Set<String> all = new LinkedHashSet<>();
  private final LeftOut repeated = new LeftOut();
  private final LeftOut nobody = new LeftOut();
  private final LeftOut blank = new LeftOut();
  private boolean broken;

  MemberIds(Problems problems) {
    this.problems = problems;
  }

  /** What is left out for one reason: how many ids, and the first of them. */
  private static final class LeftOut {
    private int count;
    private Optional<Mark> first = Optional.empty();
    private String id = "";

    void add(String it, Mark at) {
      if (count++ == 0) {
        first = Optional.of(at);
        id = it;
      }
    }

    void tell(Problems problems, String code, String what, String hint) {
      String more = count > 1 ? ", and " + (count - 1) + " more like it" : "";
      String who = id.isEmpty() ? "" : "'" + id + "' ";
      first.ifPresent(at -> problems.warning(at, code, who + what + more, hint));
    }
  }

  /** Adds what is written at a place: to the letter, but for blanks around it. */
  void add(String written, Mark at) {
    String id = written.strip();
    if (id.length() > Bounds.NAME_CHARS) {
      broken = true;
      problems.error(
          at,
          "too_long",
          "no customer's id is longer than " + Bounds.NAME_CHARS + " characters",
          "write ids as touchpoints carry them under 'customer'");
    } else if (id.isEmpty()) {
      blank.add(id, at);
    } else if (Placeholders.USUAL.hold(id)) {
      nobody.add(id, at);
    } else if (!all.add(id)) {
      repeated.add(id, at);
    }
  }

  /** Tells what was left out, and that nobody is left; the ids in the order in which they came. */
  Set<String> told(String name, Mark at) {
    repeated.tell(problems, "useless", "stands in this list already", "each counts once");
    blank.tell(problems, "placeholder", "no id stands here", "it is left out");
    nobody.tell(
        problems,
        "placeholder",
        "is what systems write where they know nobody",
        "it is left out: no touchpoint's customer is called so");
    if (all.isEmpty() && !broken) {
      problems.error(
          at,
          "useless",
          "the list '" + name + "' names nobody",
          "name customers, or leave the list out");
    }
    return all;
  }
}
