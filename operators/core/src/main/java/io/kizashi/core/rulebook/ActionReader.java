package io.kizashi.core.rulebook;

import com.samskivert.mustache.MustacheException;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.yaml.Mark;
import io.kizashi.core.yaml.Nearest;
import io.kizashi.core.yaml.Problems;
import io.kizashi.core.yaml.YamlNode;
import io.kizashi.core.yaml.YamlNode.Mapping;
import io.kizashi.core.yaml.YamlNode.Scalar;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads actions with their content. */
final class ActionReader {
  private static final Map<String, ActionKind> KINDS =
      Stream.of(ActionKind.values()).collect(Collectors.toMap(ActionKind::wire, kind -> kind));
  private static final long SECOND = 1_000L;
  private static final long MONTH = 31 * 86_400_000L;

  /** Characters of one content part; no channel carries more in one message. */
  private static final int MAX_CHARS = 16_384;

  private final Map<String, MomentRule> moments;
  private final Problems problems;

  ActionReader(Map<String, MomentRule> moments, Problems problems) {
    this.moments = moments;
    this.problems = problems;
  }

  Optional<ActionRule> action(String name, YamlNode node) {
    return Fields.of(node, Keys.ACTION, problems).map(fields -> action(name, fields));
  }

  private ActionRule action(String name, Fields fields) {
    fields.required("kind", "one of recover, serve, retain, inform, ask, sell");
    ActionKind kind = fields.choice("kind", KINDS).orElse(ActionKind.INFORM);
    List<String> answers = answers(fields);
    List<String> channels = distinct(fields.list("channels", "channels: [web, line]"));
    fields.required("expires", "expires: 12h");
    long expires = fields.duration("expires", SECOND, MONTH).orElse(SECOND);
    Map<String, Map<String, Content>> content = content(fields, channels, names(answers));
    return new ActionRule(
        name,
        kind,
        Recipient.CUSTOMER,
        false,
        answers,
        Condition.ALWAYS,
        channels,
        0,
        expires,
        Worth.EVEN,
        content,
        false,
        fields.trial());
  }

  private List<String> answers(Fields fields) {
    List<Scalar> answers = fields.list("answers", "answers: [cart_abandoned]");
    for (Scalar answer : answers) {
      if (!moments.containsKey(answer.text())) {
        problems.error(
            answer.at(),
            "unknown_name",
            "there is no moment '" + answer.text() + "'",
            Nearest.hint(answer.text(), moments.keySet()));
      }
    }
    return distinct(answers);
  }

  private List<String> distinct(List<Scalar> scalars) {
    Set<String> seen = new HashSet<>();
    List<String> texts = new ArrayList<>();
    for (Scalar scalar : scalars) {
      if (seen.add(scalar.text())) {
        texts.add(scalar.text());
      } else {
        problems.error(
            scalar.at(),
            "useless",
            "'" + scalar.text() + "' stands here twice",
            "keep one of the two");
      }
    }
    return texts;
  }

  /** Names of touchpoints that every answered moment captures. */
  private Set<String> names(List<String> answers) {
    Optional<Set<String>> common =
        answers.stream()
            .flatMap(answer -> Optional.ofNullable(moments.get(answer)).stream())
            .map(ActionReader::captures)
            .reduce((a, b) -> a.stream().filter(b::contains).collect(Collectors.toSet()));
    return common.orElse(Set.of());
  }

  private static Set<String> captures(MomentRule rule) {
    return rule.pattern().steps().stream()
        .filter(Step.Event.class::isInstance)
        .map(step -> ((Step.Event) step).as())
        .filter(as -> !as.isEmpty())
        .collect(Collectors.toSet());
  }

  private Map<String, Map<String, Content>> content(
      Fields fields, List<String> channels, Set<String> names) {
    Map<String, Map<String, Content>> content = new LinkedHashMap<>();
    Optional<Fields> byChannel =
        fields
            .required("content", "content: { line: { ja: '…' } }")
            .flatMap(node -> Fields.of(node, "content", problems));
    if (byChannel.isEmpty()) {
      return content;
    }
    Map<String, YamlNode> written = byChannel.get().named();
    written.forEach(
        (channel, node) -> {
          if (!channels.contains(channel)) {
            problems.warning(
                byChannel.get().keyAt(channel),
                "useless",
                "content for '" + channel + "' is never used: it is no channel of this action",
                "add it to channels, or leave the content out");
          }
          content.put(channel, languages(node, names));
        });
    for (String channel : channels) {
      if (!written.containsKey(channel)) {
        problems.error(
            fields.keyAt("content"),
            "content_missing",
            "there is no content for channel '" + channel + "'",
            "add " + channel + ": { ja: '…' }");
      }
    }
    return content;
  }

  private Map<String, Content> languages(YamlNode node, Set<String> names) {
    Map<String, Content> languages = new LinkedHashMap<>();
    Fields.of(node, "content of a channel", problems)
        .ifPresent(
            fields ->
                fields
                    .named()
                    .forEach(
                        (language, words) ->
                            language(fields.keyAt(language), language, words, names)
                                .ifPresent(content -> languages.put(language, content))));
    if (node instanceof Mapping mapping && mapping.entries().isEmpty()) {
      problems.error(node.at(), "content_missing", "no language has words here", "{ ja: '…' }");
    }
    return languages;
  }

  private Optional<Content> language(Mark at, String language, YamlNode words, Set<String> names) {
    if (!language.matches("[a-z]{2,3}")) {
      problems.error(at, "language", "'" + language + "' is no language", "ja, en, …");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    if (words instanceof Scalar scalar) {
      parts.put(Content.TEXT, scalar.text());
    } else if (words instanceof Mapping mapping) {
      mapping.entries().forEach((part, entry) -> part(part, entry.value(), parts));
    }
    if (parts.isEmpty() || parts.values().stream().anyMatch(t -> t.isBlank())) {
      problems.error(
          words.at(),
          "content_missing",
          "there are no words here",
          "write what the customer reads, or leave it out");
      return Optional.empty();
    }
    return compile(words.at(), parts, names);
  }

  private void part(String part, YamlNode value, Map<String, String> parts) {
    if (value instanceof Scalar scalar) {
      parts.put(part, scalar.text());
    } else {
      problems.error(value.at(), "wrong_type", "a part of the content must be text", "");
    }
  }

  private Optional<Content> compile(Mark at, Map<String, String> parts, Set<String> names) {
    if (parts.values().stream().anyMatch(text -> text.length() > MAX_CHARS)) {
      problems.error(at, "too_long", "a content has at most " + MAX_CHARS + " characters", "");
      return Optional.empty();
    }
    try {
      Content content = Content.compile(parts);
      content.variables().forEach(variable -> check(at, variable, names));
      return Optional.of(content);
    } catch (MustacheException e) {
      problems.error(at, "template", "this template is broken: " + e.getMessage(), "{{cart.id}}");
      return Optional.empty();
    }
  }

  private void check(Mark at, String variable, Set<String> names) {
    if (variable.equals("address")) {
      problems.error(at, "not_yet", "{{address}} is not built yet", "greet without a name");
      return;
    }
    String[] path = variable.split("\\.", 3);
    if (!names.contains(path[0])) {
      problems.error(
          at,
          "unknown_name",
          "'{{" + variable + "}}' is captured by no step of every moment that this answers",
          Nearest.hint(path[0], names));
    } else if (path.length < 2 || !TouchpointView.fields().contains(path[1])) {
      problems.error(
          at,
          "unknown_name",
          "'{{" + variable + "}}' names no field of a touchpoint",
          Nearest.hint(path.length < 2 ? "" : path[1], TouchpointView.fields()));
    }
  }
}
