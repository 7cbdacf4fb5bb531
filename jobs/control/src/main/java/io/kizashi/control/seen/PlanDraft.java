package io.kizashi.control.seen;

import io.kizashi.control.recording.TouchpointSource;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.explain.Language;
import io.kizashi.terminal.InputFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Drafts a tracking plan from what was sent: every type, its properties with the kind that most of
 * them are of, needed where each touchpoint has them. The same stream gives the same text. It holds
 * names and counts, and no value; what may be a value in a name's place is counted only.
 */
public final class PlanDraft {
  /** Types, and properties of a type, that are written: nobody looks through more. */
  private static final int MOST = 200;

  /** Names in an object: of more they are no vocabulary, but keys of a table. */
  private static final int MOST_INNER = 30;

  /** What YAML reads as it stands, and as a text. */
  private static final String PLAIN = "(?!(?i:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][\\w.-]*";

  private final Census census;
  private final SeenWords words;
  private final StringBuilder out = new StringBuilder();

  private PlanDraft(Census census, SeenWords words) {
    this.census = census;
    this.words = words;
  }

  /**
   * Reads a source once.
   *
   * @param language of the comments
   * @param onRead gets the number of lines or records read so far
   * @return YAML that a rulebook can include
   * @throws InputFault if it can't be read, or holds no touchpoint
   */
  public static String of(TouchpointSource source, Language language, LongConsumer onRead) {
    Census census = new Census();
    source.reader().each(census::add, onRead);
    if (census.touchpoints() == 0) {
      throw new InputFault(
          source.name() + ": holds no touchpoint; a plan is drafted from what is sent");
    }
    return new PlanDraft(census, new SeenWords(language)).text(source.name());
  }

  private String text(String name) {
    int types = census.types().size();
    comment("", words.say(SeenLine.DRAFT_HEAD, name, census.touchpoints(), (long) types));
    comment("", words.say(SeenLine.DRAFT_NEEDED));
    List<String> written =
        census.types().keySet().stream()
            .filter(DataNames::isName)
            .sorted(Comparator.comparing(type -> -census.touchpoints(type)))
            .limit(MOST)
            .sorted()
            .toList();
    out.append("events:\n");
    written.forEach(this::type);
    if (written.size() < types || census.isCut()) {
      comment("  ", words.say(SeenLine.DRAFT_TYPES_MORE, (long) types - written.size()));
    }
    return out.toString();
  }

  private void comment(String indent, String text) {
    out.append(indent).append("# ").append(text).append('\n');
  }

  private void type(String type) {
    Census.OfType of = census.types().getOrDefault(type, new Census.OfType());
    Set<String> told = told(of);
    List<String> needed = told.stream().filter(it -> of.found(it) == of.touchpoints()).toList();
    List<String> optional = told.stream().filter(it -> of.found(it) < of.touchpoints()).toList();
    String empty = told.isEmpty() ? " {}" : "";
    out.append("  ").append(quoted(type)).append(':').append(empty).append(" # ");
    out.append(words.say(SeenLine.DRAFT_COUNT, of.touchpoints())).append('\n');
    properties("needed", needed, of);
    properties("optional", optional, of);
    long more = of.values().keySet().stream().filter(it -> !isInside(it, of)).count();
    long shown = told.stream().filter(it -> !isInside(it, of)).count();
    if (shown < more || of.isCut()) {
      comment("    ", words.say(SeenLine.DRAFT_PROPERTIES_MORE, more - shown));
    }
  }

  private void properties(String key, List<String> names, Census.OfType of) {
    if (names.isEmpty()) {
      return;
    }
    out.append("    ").append(key).append(":\n");
    for (String name : names) {
      Map<PropertyKind, Long> kinds = of.values().getOrDefault(name, Map.of());
      PropertyKind most = most(kinds);
      List<String> comments = new ArrayList<>();
      if (of.found(name) < of.touchpoints()) {
        comments.add(words.say(SeenLine.DRAFT_COUNT, of.found(name)));
      }
      kinds.forEach(
          (kind, count) -> {
            if (kind != most) {
              comments.add(words.say(SeenLine.DRAFT_OTHER, words.kind(kind), count));
            }
          });
      out.append("      ").append(quoted(name)).append(": ").append(most.wire());
      out.append(comments.isEmpty() ? "" : " # " + String.join(", ", comments)).append('\n');
    }
  }

  /** The most frequent one; of equals the first. */
  private static PropertyKind most(Map<PropertyKind, Long> kinds) {
    return kinds.entrySet().stream()
        .max(
            Map.Entry.<PropertyKind, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(PropertyKind.TEXT);
  }

  /** The names that are written, in their order; of what is open nothing inside. */
  private static Set<String> told(Census.OfType of) {
    Map<String, List<String>> inside =
        of.values().keySet().stream()
            .filter(it -> isInside(it, of))
            .collect(Collectors.groupingBy(PlanDraft::around));
    Set<String> open = new HashSet<>();
    inside.forEach(
        (object, names) -> {
          boolean table = names.size() > MOST_INNER || !names.stream().allMatch(DataNames::isName);
          boolean seldom = most(of.values().getOrDefault(object, Map.of())) != PropertyKind.OBJECT;
          if (table || seldom) {
            open.add(object);
          }
        });
    return of.values().keySet().stream()
        .filter(DataNames::isName)
        .filter(it -> open.stream().noneMatch(object -> it.startsWith(object + ".")))
        .limit(MOST)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isInside(String name, Census.OfType of) {
    return of.values().containsKey(around(name));
  }

  private static String around(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static String quoted(String name) {
    return name.matches(PLAIN) ? name : "'" + name + "'";
  }
}
