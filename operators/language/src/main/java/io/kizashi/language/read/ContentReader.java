package io.kizashi.language.read;

import com.samskivert.mustache.MustacheException;
import io.kizashi.core.rules.Content;
import io.kizashi.language.typed.TypedWord;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the words of one action. */
final class ContentReader {
  /** Characters of one content part, variables included; no channel carries more. */
  private static final int MAX_CHARS = 16_384;

  private final ContentVariables variables;
  private final ChannelDemands demands;
  private final Problems problems;

  /**
   * A reader of words.
   *
   * @param names of touchpoints that every answered moment captures
   * @param signals that the rulebook declares
   * @param addressed languages in which the rulebook says how customers are addressed
   * @param advertisesByEmail whether the action is advertising, and goes by email
   */
  ContentReader(
      Set<String> names,
      Set<String> signals,
      Set<String> addressed,
      boolean advertisesByEmail,
      Problems problems) {
    this.variables = new ContentVariables(names, signals, addressed, problems);
    this.demands = new ChannelDemands(advertisesByEmail, problems);
    this.problems = problems;
  }

  /**
   * Words by channel, then by language.
   *
   * @param besides keys that are no channels
   * @param channels of the action
   */
  Map<String, Map<String, Content>> content(
      Fields written, Set<String> besides, List<String> channels) {
    Map<String, YamlNode> byChannel = written.named();
    byChannel.keySet().removeAll(besides);
    Map<String, Map<String, Content>> content = new LinkedHashMap<>();
    byChannel.forEach(
        (channel, node) -> {
          if (!channels.contains(channel)) {
            unused(written.keyAt(channel), channel);
          }
          content.put(channel, languages(channel, node));
        });
    return content;
  }

  private void unused(Mark at, String channel) {
    problems.warning(
        at,
        "useless",
        "content for '" + channel + "' is never used: it is no channel of this action",
        "add it to channels, or leave the content out");
  }

  private Map<String, Content> languages(String channel, YamlNode node) {
    Map<String, Content> languages = new LinkedHashMap<>();
    Optional<Fields> fields = Fields.of(node, "content of a channel", problems);
    if (fields.isEmpty()) {
      return languages;
    }
    Map<String, YamlNode> written = fields.get().named();
    written.keySet().removeAll(PartedText.note(fields.get(), problems));
    written.forEach(
        (language, words) -> {
          checkLanguage(fields.get().keyAt(language), language);
          content(channel, language, words).ifPresent(it -> languages.put(language, it));
        });
    if (fields.get().named().isEmpty()) {
      problems.error(node.at(), "content_missing", "no language has words here", "{ ja: '…' }");
    }
    return languages;
  }

  private void checkLanguage(Mark at, String language) {
    if (!language.matches("[a-z]{2,3}")) {
      problems.error(
          at,
          "language",
          "'" + language + "' is no language",
          "ja, en, …",
          TypedWord.language(language).flatMap(it -> Fix.at(at, language, it)));
    }
  }

  private Optional<Content> content(String channel, String language, YamlNode words) {
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
    demands.checkLawful(words.at(), channel, parts.keySet());
    Optional<Content> content = compile(words.at(), language, parts);
    content.ifPresent(compiled -> demands.checkFits(words.at(), channel, compiled));
    return content;
  }

  private void part(String part, YamlNode value, Map<String, String> parts) {
    if (value instanceof Scalar scalar) {
      parts.put(part, scalar.text());
    } else {
      problems.error(value.at(), "wrong_type", "a part of the content must be text", "");
    }
  }

  private Optional<Content> compile(Mark at, String language, Map<String, String> parts) {
    if (parts.values().stream().anyMatch(text -> text.length() > MAX_CHARS)) {
      problems.error(at, "too_long", "a content has at most " + MAX_CHARS + " characters", "");
      return Optional.empty();
    }
    try {
      Content content = ContentTemplates.compile(parts);
      content.variables().forEach(variable -> variables.check(at, language, variable));
      return Optional.of(content);
    } catch (MustacheException e) {
      problems.error(at, "template", "this template is broken: " + e.getMessage(), "{{cart.id}}");
      return Optional.empty();
    }
  }
}
