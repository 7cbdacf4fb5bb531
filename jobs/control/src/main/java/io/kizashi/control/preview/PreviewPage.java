package io.kizashi.control.preview;

import io.kizashi.control.preview.Preview.Message;
import io.kizashi.control.preview.Preview.Sheet;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.schema.Briefing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A preview as one page of HTML that needs nothing beside it: no script, no font, no picture. Its
 * own policy lets a browser load nothing but its style, and all words are escaped.
 */
public final class PreviewPage {
  private final Language language;
  private final Phrases words;
  private final PreviewText text;
  private final boolean masked;
  private final StringBuilder page = new StringBuilder();

  private PreviewPage(Preview preview, Language language, Rules rules) {
    this.language = language;
    this.words = PreviewText.words(language);
    this.text = new PreviewText(language, rules);
    this.masked = preview.masked();
  }

  /** The page. */
  public static String of(Preview preview, Language language, Rules rules) {
    PreviewPage page = new PreviewPage(preview, language, rules);
    page.head(preview);
    page.body(preview);
    return page.page.toString();
  }

  private void head(Preview preview) {
    String style = style();
    String title = words.say(PreviewLine.TITLE, preview.rulebook());
    page.append("<!doctype html>\n<html lang=\"").append(language.code()).append("\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    page.append(" style-src 'sha256-").append(digest(style)).append("'\">\n");
    page.append("<title>").append(escaped(title)).append("</title>\n");
    page.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
    element("h1", "", title);
    element("p", "read", words.say(PreviewLine.READ, preview.touchpoints(), preview.customers()));
    if (masked) {
      element("p", "masked", words.say(PreviewLine.MASKED));
    }
    if (preview.sheets().isEmpty()) {
      element("p", "", words.say(PreviewLine.NOTHING));
    }
  }

  private void body(Preview preview) {
    Map<String, Map<String, Integer>> missed = new TreeMap<>(preview.missed());
    String last = "";
    for (Sheet sheet : preview.sheets()) {
      if (!sheet.action().name().equals(last)) {
        missed(last, missed);
        last = sheet.action().name();
        element("h2", "", text.title(sheet));
      }
      sheet(sheet);
    }
    missed(last, missed);
    for (String action : List.copyOf(missed.keySet())) {
      element("h2", "", action);
      missed(action, missed);
    }
    page.append("</body>\n</html>\n");
  }

  private void sheet(Sheet sheet) {
    element("h3", "", text.heading(sheet));
    page.append("<div class=\"grid\">\n");
    Selection.of(sheet.messages()).forEach((message, why) -> figure(sheet, message, why));
    page.append("</div>\n");
  }

  private void figure(Sheet sheet, Message message, PreviewLine why) {
    page.append("<figure>\n");
    if (!sheet.action().isForCustomer()) {
      desk(message);
    } else {
      switch (sheet.channel()) {
        case "email", "post" -> mail(message);
        case "web", "app", "store" -> frame("site", message);
        case "line" -> frame("phone line", message);
        case "push" -> frame("phone push", message);
        default -> frame("phone", message);
      }
    }
    page.append("<figcaption>").append(escaped(text.heading(message)));
    if (why != PreviewLine.SENT) {
      page.append(" <span class=\"why\">").append(escaped(words.say(why))).append("</span>");
    }
    page.append("</figcaption>\n</figure>\n");
  }

  private void frame(String kind, Message message) {
    page.append("<div class=\"").append(kind).append("\">");
    element("div", "text", String.join("\n", message.parts().values()));
    page.append("</div>\n");
  }

  private void mail(Message message) {
    page.append("<div class=\"mail\">");
    message.parts().entrySet().stream()
        .filter(part -> part.getKey().equals("subject"))
        .forEach(
            part -> element("header", "", words.say(PreviewLine.SUBJECT) + ": " + part.getValue()));
    message.parts().entrySet().stream()
        .filter(part -> !part.getKey().equals("subject"))
        .forEach(part -> element("div", "text", part.getValue()));
    page.append("</div>\n");
  }

  private void desk(Message message) {
    page.append("<div class=\"desk\">");
    element("header", "", words.say(PreviewLine.TASK));
    element("div", "text", String.join("\n", message.parts().values()));
    message.briefing().ifPresent(this::briefing);
    page.append("</div>\n");
  }

  private void briefing(Briefing briefing) {
    page.append("<ul>\n");
    briefing
        .felt()
        .filter(felt -> !felt.label().isEmpty())
        .ifPresent(felt -> element("li", "", words.say(PreviewLine.FELT) + ": " + felt.label()));
    briefing.said().stream()
        .map(said -> masked ? Masking.mask(said.text(), "") : said.text())
        .forEach(said -> element("li", "", words.say(PreviewLine.SAID) + ": " + said));
    briefing.tried().forEach(it -> element("li", "", it.action() + " " + it.outcome()));
    page.append("</ul>\n");
  }

  private void missed(String action, Map<String, Map<String, Integer>> missed) {
    Map<String, Integer> reasons = missed.getOrDefault(action, Map.of());
    missed.remove(action);
    if (!reasons.isEmpty()) {
      int all = reasons.values().stream().mapToInt(it -> it).sum();
      element("h3", "", words.say(PreviewLine.NONE, all));
      page.append("<table>\n");
      reasons.forEach(
          (why, count) -> {
            page.append("<tr>");
            element("td", "", String.valueOf(count));
            element("td", "", why);
            page.append("</tr>\n");
          });
      page.append("</table>\n");
    }
  }

  private void element(String name, String kind, String content) {
    page.append('<').append(name);
    if (!kind.isEmpty()) {
      page.append(" class=\"").append(kind).append('"');
    }
    page.append('>').append(escaped(content)).append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream in = PreviewPage.class.getResourceAsStream("preview.css")) {
      if (in == null) {
        throw new IllegalStateException("the resource preview.css is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String style) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
