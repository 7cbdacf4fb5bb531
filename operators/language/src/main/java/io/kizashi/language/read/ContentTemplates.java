package io.kizashi.language.read;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.kizashi.core.content.Filling;
import io.kizashi.core.content.Format;
import io.kizashi.core.content.Template;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Content.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart the templates that authors write: words and variables, no logic. */
final class ContentTemplates {
  /**
   * A capture, its field, and of a field that holds values by name the name, which may be dotted.
   */
  private static final int PATH = 3;

  /** What is known of a customer holds values by name. */
  private static final int FACT = 2;

  /** A name, how it is written, and what is said where there is nothing of that name. */
  private static final Pattern PLACE =
      Pattern.compile("([^|]*?)\\s*(?:\\|(?!\\s*or:)\\s*([^|]*?)\\s*)?(?:\\|\\s*or:\\s*(.*))?");

  private static final Mustache.Compiler COMPILER = Mustache.compiler();

  private ContentTemplates() {}

  /**
   * Compiles the parts.
   *
   * @throws MustacheException if a template is broken or holds more than variables
   */
  static Content compile(Map<String, String> texts) {
    Map<String, Template> parts = new LinkedHashMap<>();
    Map<String, Variable> places = new HashMap<>();
    texts.forEach(
        (part, text) -> {
          OnlyVariables visitor = new OnlyVariables(new Template.Builder(), places);
          COMPILER.compile(text).visit(visitor);
          parts.put(part, visitor.template().build());
        });
    return new Content(texts, parts, places);
  }

  private record OnlyVariables(Template.Builder template, Map<String, Variable> places)
      implements Mustache.Visitor {
    @Override
    public void visitText(String text) {
      if (text.contains("{{") || text.contains("}}")) {
        throw new MustacheException("a variable is not closed");
      }
      template.words(text);
    }

    @Override
    public void visitVariable(String name) {
      template.place(name);
      places.computeIfAbsent(name, OnlyVariables::variable);
    }

    private static Variable variable(String place) {
      Matcher parts = PLACE.matcher(place);
      if (!parts.matches()) {
        throw new MustacheException(
            "'{{"
                + place
                + "}}': behind | stands a format, or or: and what is said without a value");
      }
      String name = parts.group(1);
      Format format =
          Optional.ofNullable(parts.group(2)).map(Formats::of).orElse(Format.Plain.AS_IS);
      Optional<String> instead = Optional.ofNullable(parts.group(3));
      Optional<Filling> fallback = instead.flatMap(Filling::whole);
      if (instead.isPresent() && fallback.isEmpty()) {
        throw new MustacheException(
            "'{{" + place + "}}' says nothing behind or:, or too much for one value");
      }
      int most = FactName.of(name.split("\\.", FACT)[0]).isPresent() ? FACT : PATH;
      return new Variable(name, List.of(name.split("\\.", most)), format, fallback);
    }

    @Override
    public boolean visitInclude(String name) {
      throw new MustacheException("templates can't include others");
    }

    @Override
    public boolean visitSection(String name) {
      throw new MustacheException("templates hold variables only, no sections");
    }

    @Override
    public boolean visitInvertedSection(String name) {
      throw new MustacheException("templates hold variables only, no sections");
    }
  }
}
