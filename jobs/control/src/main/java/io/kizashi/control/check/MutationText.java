package io.kizashi.control.check;

import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.mutation.Mutation;
import io.kizashi.language.mutation.Survivor;
import io.kizashi.language.read.TestClock;
import io.kizashi.language.rehearsal.Happening;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A change, and the story that shows it, in words. */
final class MutationText {
  /** Characters of what was taken out. */
  private static final int MOST = 60;

  private final Phrases words;
  private final TestClock clock;

  MutationText(Language language, TestClock clock) {
    this.words = words(language);
    this.clock = clock;
  }

  static Phrases words(Language language) {
    return Phrases.read(
        MutationText.class, "mutate", language, Phrases.keys(MutationLine.class).toList());
  }

  /** What was changed. */
  String change(Mutation mutation) {
    return mutation.now().isEmpty()
        ? words.say(MutationLine.TAKEN_OUT, shortened(mutation.was()))
        : words.say(MutationLine.CHANGED, shortened(mutation.was()), shortened(mutation.now()));
  }

  /** The first line, without what only holds it together with others. */
  private static String shortened(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceFirst(",$", "");
    int end = Math.min(line.codePointCount(0, line.length()), MOST);
    String begin = line.substring(0, line.offsetByCodePoints(0, end));
    return begin.equals(text.strip().replaceFirst(",$", "")) ? begin : begin + " …";
  }

  /** The lines that show it: what a customer does, and what came of it before and after. */
  List<String> shown(Survivor survivor) {
    List<Happening> before = rest(survivor.before(), survivor.after());
    List<Happening> after = rest(survivor.after(), survivor.before());
    boolean alike = without(before).equals(without(after));
    return List.of(
        words.say(MutationLine.STORY, survivor.story().test().name(), story(survivor)),
        words.say(MutationLine.BEFORE, ends(before, alike)),
        words.say(MutationLine.AFTER, ends(after, alike)));
  }

  private static List<Happening> rest(List<Happening> all, List<Happening> others) {
    List<Happening> rest = new ArrayList<>(all);
    others.forEach(rest::remove);
    return rest;
  }

  private List<String> without(List<Happening> all) {
    return all.stream().map(it -> end(it, false)).toList();
  }

  private String story(Survivor survivor) {
    return survivor.story().given().isEmpty()
        ? words.say(MutationLine.NOTHING)
        : survivor.story().given().stream().map(this::told).collect(Collectors.joining(", "));
  }

  private String told(Touchpoint touchpoint) {
    String values =
        touchpoint.properties().entrySet().stream()
            .map(MutationText::property)
            .collect(Collectors.joining(", "));
    String channel = touchpoint.setting().channel();
    return clock.text(touchpoint.time())
        + " "
        + touchpoint.type()
        + (channel.isEmpty() ? "" : " " + channel)
        + (values.isEmpty() ? "" : " {" + values + "}");
  }

  private static String property(Map.Entry<String, Object> property) {
    return property.getKey() + ": " + plain(property.getValue());
  }

  /** A whole number as people write it. */
  static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }

  private String ends(List<Happening> all, boolean withWords) {
    return all.isEmpty()
        ? words.say(MutationLine.NOTHING)
        : all.stream().map(it -> end(it, withWords)).collect(Collectors.joining("; "));
  }

  private String end(Happening it, boolean withWords) {
    String stands = words.say(MutationLine.STANDS, it.moment(), clock.text(it.at()));
    return it.answer()
        .map(
            answer -> {
              String answered =
                  words.say(MutationLine.ANSWERED, stands, answer.action(), answer.channel());
              String sent =
                  answer.sendAt() > it.at()
                      ? words.say(MutationLine.SENT, answered, clock.text(answer.sendAt()))
                      : answered;
              String said = String.join(" / ", answer.words().values());
              return withWords ? words.say(MutationLine.SAYS, sent, said) : sent;
            })
        .orElse(stands);
  }
}
