package io.kizashi.core.rulebook;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of an action on one channel in one language: templates without logic, by part. */
public final class Content {
  /** The name of the only part of a content that is one text. */
  public static final String TEXT = "text";

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).withFormatter(Content::format);

  private final Map<String, String> texts;
  private final Map<String, Template> parts;
  private final Set<String> variables;

  private Content(Map<String, String> texts, Map<String, Template> parts, Set<String> variables) {
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    this.variables = Set.copyOf(variables);
  }

  /**
   * Compiles the parts.
   *
   * @throws MustacheException if a template is broken or holds more than variables
   */
  static Content compile(Map<String, String> texts) {
    Map<String, Template> parts = new LinkedHashMap<>();
    Set<String> variables = new TreeSet<>();
    texts.forEach(
        (part, text) -> {
          Template template = COMPILER.compile(text);
          template.visit(new OnlyVariables(variables));
          parts.put(part, template);
        });
    return new Content(texts, parts, variables);
  }

  /** The templates as their author wrote them, by part. */
  public Map<String, String> texts() {
    return texts;
  }

  /** The dotted names that the templates read. */
  public Set<String> variables() {
    return variables;
  }

  /** The words, or empty where a variable has no value: half a sentence is never sent. */
  public Optional<Map<String, String>> render(Map<String, Object> values) {
    Map<String, String> rendered = new LinkedHashMap<>();
    try {
      parts.forEach((part, template) -> rendered.put(part, template.execute(values)));
    } catch (MustacheException e) {
      return Optional.empty();
    }
    return Optional.of(rendered);
  }

  /** The values that the words are made of, by the name in the template. */
  public Map<String, String> read(Map<String, Object> values) {
    Map<String, String> read = new TreeMap<>();
    for (String variable : variables) {
      read.put(variable, COMPILER.compile("{{" + variable + "}}").execute(values));
    }
    return read;
  }

  /** Doubles without a fraction read as whole numbers. */
  private static String format(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString(number.longValue())
        : value.toString();
  }

  private record OnlyVariables(Set<String> found) implements Mustache.Visitor {
    @Override
    public void visitText(String text) {
      if (text.contains("{{") || text.contains("}}")) {
        throw new MustacheException("a variable is not closed");
      }
    }

    @Override
    public void visitVariable(String name) {
      found.add(name);
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
