package io.kizashi.core.rules;

import io.kizashi.core.content.ChannelLimits;
import io.kizashi.core.content.Filling;
import io.kizashi.core.content.Format;
import io.kizashi.core.content.Template;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an action on one channel in one language: templates without logic, by part. */
public final class Content {
  /** The name of the only part of a content that is one text. */
  public static final String TEXT = "text";

  /** The variable that is how the customer is addressed. */
  public static final String ADDRESS = "address";

  private static final String EMAIL = "email";
  private static final String HTML = "html";

  private final Map<String, String> texts;
  private final Map<String, Template> parts;
  private final Map<String, Variable> variables;

  /**
   * Words that are compiled.
   *
   * @param texts the templates as their author wrote them, by part
   * @param parts the same, taken apart
   * @param variables what belongs into each place, by the place's name
   */
  public Content(
      Map<String, String> texts, Map<String, Template> parts, Map<String, Variable> variables) {
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    this.variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  /**
   * What belongs into a place.
   *
   * @param name dotted: a capture, its field, and of a field that holds values by name the name,
   *     which may itself be dotted; or what is known of the customer, and of that the name
   * @param path the same, taken apart
   * @param format how it is written
   * @param fallback what is said where it is missing; empty where nothing is said then at all
   */
  public record Variable(
      String name, List<String> path, Format format, Optional<Filling> fallback) {
    /** Copies the path. */
    public Variable {
      path = List.copyOf(path);
    }

    /** What it reads of what is known of the customer; none where it reads a touchpoint. */
    Stream<String> facts() {
      return path.size() < 2 || FactName.of(path.get(0)).isEmpty()
          ? Stream.empty()
          : Stream.of(name, path.get(0) + "." + path.get(1).split("\\.", 2)[0]).distinct();
    }
  }

  /**
   * Whom the words are for.
   *
   * @param address how the customer is addressed; empty where nobody knows
   * @param zone of the times that are said
   * @param knows whether nothing that a variable of this path may have held was forgotten
   */
  public record Reader(
      Optional<String> address, Locale locale, ZoneId zone, Predicate<List<String>> knows) {}

  /** The templates as their author wrote them, by part. */
  public Map<String, String> texts() {
    return texts;
  }

  /** The dotted names that the templates read. */
  public Set<String> variables() {
    return variables.values().stream()
        .map(Variable::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the templates read of what is known of the customer, as expressions name it. */
  public Set<String> facts() {
    return variables.values().stream()
        .flatMap(Variable::facts)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Characters of a part's words alone, in UTF-16 code units: where they are more than {@link
   * ChannelLimits#most} the part can never be sent. 0 for a part that is not there.
   */
  public int fixed(String part) {
    Template template = parts.get(part);
    return template == null ? 0 : template.fixed();
  }

  /**
   * The values that the words are made of, by the name in the template.
   *
   * @param known the touchpoints that the moment captured, and what is known of the customer
   * @return by the name of the place; empty where one is missing, and nothing is to be said
   *     instead: the words would have a hole there
   */
  public Optional<Map<String, Filling>> read(Bindings known, Reader reader) {
    Map<String, Filling> read = new TreeMap<>();
    for (Map.Entry<String, Variable> place : variables.entrySet()) {
      Optional<Filling> filling = read(place.getValue(), known, reader);
      if (filling.isEmpty()) {
        return Optional.empty();
      }
      read.put(place.getKey(), filling.get());
    }
    return Optional.of(read);
  }

  private static Optional<Filling> read(Variable variable, Bindings known, Reader reader) {
    if (variable.name().equals(ADDRESS)) {
      return reader.address().flatMap(Filling::whole);
    }
    Optional<Filling> found =
        find(known, variable.path())
            .flatMap(value -> variable.format().write(value, reader.locale(), reader.zone()));
    // What is no longer retained may have said something.
    boolean nothingForgotten =
        known.find(variable.path().get(0)).isPresent() && reader.knows().test(variable.path());
    return nothingForgotten ? found.or(variable::fallback) : found;
  }

  /** The same by the names of the variables, for explanations. */
  public Map<String, String> said(Map<String, Filling> fillings) {
    Map<String, String> said = new TreeMap<>();
    fillings.forEach(
        (place, filling) ->
            Optional.ofNullable(variables.get(place))
                .ifPresent(variable -> said.put(variable.name(), filling.text())));
    return said;
  }

  private static Optional<Object> find(Bindings captured, List<String> path) {
    Optional<Object> found = captured.find(path.get(0));
    for (String name : path.subList(1, path.size())) {
      found = found.flatMap(fields -> within(fields, name));
    }
    return found;
  }

  /** A value by its name; by a dotted one within an object, unless a source named one so. */
  private static Optional<Object> within(Object found, String name) {
    if (!(found instanceof Map<?, ?> fields)) {
      return Optional.empty();
    }
    int dot = name.indexOf('.');
    return dot < 0 || fields.containsKey(name)
        ? Optional.ofNullable(fields.get(name))
        : Optional.<Object>ofNullable(fields.get(name.substring(0, dot)))
            .flatMap(object -> within(object, name.substring(dot + 1)));
  }

  /**
   * The words by part, none longer than the channel carries; empty where they don't fit.
   *
   * @param fillings what {@link #read} gave
   */
  public Optional<Map<String, String>> render(String channel, Map<String, Filling> fillings) {
    Map<String, String> rendered = new LinkedHashMap<>();
    for (Map.Entry<String, Template> part : parts.entrySet()) {
      int most = ChannelLimits.most(channel, part.getKey());
      boolean html = channel.equals(EMAIL) && part.getKey().equals(HTML);
      Optional<String> words = part.getValue().fill(fillings, most, html);
      if (words.isEmpty()) {
        return Optional.empty();
      }
      rendered.put(part.getKey(), words.get());
    }
    return Optional.of(rendered);
  }
}
