package io.kizashi.control.template;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** All templates, by number. */
public final class Templates {
  private static final int NUMBER = 2;

  private static final List<String> IDS =
      List.of(
          "01-offer-a-pause",
          "02-form-left-at-step-two",
          "03-call-back-missed",
          "04-renewal-ahead",
          "05-birthday",
          "06-quote-unanswered",
          "07-low-nps",
          "08-rage-clicks",
          "09-seen-and-not-bought",
          "10-ink-due",
          "11-vip-words",
          "12-anger-to-delight",
          "13-no-selling-in-complaint",
          "14-three-a-day",
          "15-two-wordings",
          "16-some-get-nothing",
          "17-supervisor-wanted",
          "18-mail-then-line-then-call",
          "19-two-carts",
          "20-cart-of-the-evening");

  private Templates() {}

  /** All of them. */
  public static List<JobTemplate> all() {
    return IDS.stream().map(Templates::read).toList();
  }

  /**
   * The one of a number, {@code 7} or {@code 07}, a name, {@code low-nps}, or both.
   *
   * @throws InputFault if there is none
   */
  public static JobTemplate named(String asked) {
    String id = asked.strip().matches("\\d") ? "0" + asked.strip() : asked.strip();
    return IDS.stream()
        .filter(it -> it.equals(id) || it.startsWith(id + "-") || name(it).equals(id))
        .findFirst()
        .map(Templates::read)
        .orElseThrow(() -> new InputFault("there is no job '" + asked + "'; " + hint(id)));
  }

  private static String hint(String id) {
    boolean numeric = id.chars().allMatch(Character::isDigit);
    List<String> names =
        numeric ? IDS : IDS.stream().flatMap(it -> Stream.of(name(it), it)).toList();
    return Nearest.to(id, names)
            .filter(nearest -> !numeric)
            .map(nearest -> "did you mean '" + nearest + "'? ")
            .orElse("")
        + "'rules new --list' shows all";
  }

  private static String name(String id) {
    return id.substring(NUMBER + 1);
  }

  private static JobTemplate read(String id) {
    try (InputStream in = Templates.class.getResourceAsStream(id + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the resource " + id + ".yaml is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JobTemplate.read(id.substring(0, NUMBER), name(id), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
