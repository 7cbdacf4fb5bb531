package io.kizashi.control.preview;

import io.kizashi.control.preview.Preview.Message;
import io.kizashi.control.preview.Preview.Sheet;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.explain.TimeWords;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A preview for a terminal. */
public final class PreviewText {
  private final Phrases words;
  private final Reason reason;
  private final TimeWords times;

  /** Tells it in a language, of a rulebook's words. */
  public PreviewText(Language language, Rules rules) {
    this.words = words(language);
    this.reason = new Reason(language, rules);
    this.times = new TimeWords(language, rules.settings().calendar().zone());
  }

  static Phrases words(Language language) {
    return Phrases.read(
        PreviewText.class, "preview", language, Phrases.keys(PreviewLine.class).toList());
  }

  /** Prints it. */
  public void print(Preview preview, PrintWriter out) {
    out.println(words.say(PreviewLine.READ, preview.touchpoints(), preview.customers()));
    if (preview.masked()) {
      out.println(words.say(PreviewLine.MASKED));
    }
    if (preview.sheets().isEmpty()) {
      out.println(words.say(PreviewLine.NOTHING));
    }
    String last = "";
    Map<String, Map<String, Integer>> missed = new TreeMap<>(preview.missed());
    for (Sheet sheet : preview.sheets()) {
      String name = sheet.action().name();
      if (!name.equals(last)) {
        tellMissed(last, missed, out);
        out.println(title(sheet));
        last = name;
      }
      print(sheet, out);
    }
    tellMissed(last, missed, out);
    for (String action : List.copyOf(missed.keySet())) {
      out.println(action);
      tellMissed(action, missed, out);
    }
  }

  private void print(Sheet sheet, PrintWriter out) {
    out.println("  " + heading(sheet));
    Selection.of(sheet.messages())
        .forEach(
            (message, why) -> {
              String kind = why == PreviewLine.SENT ? "" : "  [" + words.say(why) + "]";
              out.println("    " + heading(message) + kind);
              message.parts().values().forEach(text -> out.println("      " + text));
            });
  }

  /** What an action is. */
  String title(Sheet sheet) {
    return words.say(
        PreviewLine.ACTION,
        sheet.action().name(),
        reason.kind(sheet.action().kind()),
        reason.recipient(sheet.action().recipient().wire()));
  }

  /** Where it is done, and for how many. */
  String heading(Sheet sheet) {
    return words.say(PreviewLine.SHEET, reason.channel(sheet.channel()), sheet.messages().size());
  }

  /** Who gets it and when. */
  String heading(Message message) {
    String customer =
        message.customer().isEmpty()
            ? words.say(PreviewLine.CUSTOMER, message.number())
            : message.customer();
    return words.say(PreviewLine.SENT, customer, times.at(message.time()));
  }

  private void tellMissed(
      String action, Map<String, Map<String, Integer>> missed, PrintWriter out) {
    Map<String, Integer> reasons = missed.getOrDefault(action, Map.of());
    missed.remove(action);
    if (!reasons.isEmpty()) {
      int all = reasons.values().stream().mapToInt(it -> it).sum();
      out.println("  " + words.say(PreviewLine.NONE, all));
      reasons.forEach(
          (why, count) -> out.println("    " + words.say(PreviewLine.REASON, count, why)));
    }
  }
}
