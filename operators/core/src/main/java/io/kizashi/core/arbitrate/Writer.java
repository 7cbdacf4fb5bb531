package io.kizashi.core.arbitrate;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Words;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedProperties;
import io.kizashi.schema.state.Profile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts an action into words for one customer. */
final class Writer {
  /** The name of the explained value that tells the language of the content. */
  private static final String LANGUAGE = "language";

  /** The name of the explained value that tells which of several texts it is. */
  private static final String VARIANT = "variant";

  private final World world;

  private final Position at;

  /** The customer's language, ISO 639; empty where none is known. */
  private final String spoken;

  /** Writes what is decided at one place. */
  Writer(World world, Position at) {
    this.world = world;
    this.at = at;
    this.spoken = language(profile().text(ReservedProperties.LOCALE, at).orElse(""));
  }

  private static String language(String locale) {
    int end = 0;
    while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
      end++;
    }
    return locale.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /**
   * Words ready to be sent.
   *
   * @param variant which of several texts it is; empty where there is one
   * @param parts by name
   * @param values what the words were made of, by the name in the template
   */
  record Message(
      String channel,
      String language,
      Optional<String> variant,
      Map<String, String> parts,
      Map<String, String> values) {
    Map<String, String> valuesRead() {
      Map<String, String> all = new TreeMap<>(values);
      all.put(LANGUAGE, language);
      variant.ifPresent(name -> all.put(VARIANT, name));
      return all;
    }
  }

  /**
   * The words on a channel, in the customer's language where there is one, else in the first that
   * is there; empty where they are incomplete.
   */
  Optional<Message> write(Words words, Moment moment, String channel) {
    Map<String, Content> languages = words.on(channel);
    String language =
        languages.containsKey(spoken) ? spoken : languages.keySet().stream().findFirst().orElse("");
    Content content = languages.get(language);
    return content == null
        ? Optional.empty()
        : content
            .read(known(content, moment), reader(content, language))
            .flatMap(
                fillings ->
                    content
                        .render(channel, fillings)
                        .map(
                            parts ->
                                new Message(
                                    channel,
                                    language,
                                    words.variant().map(Words.Variant::name),
                                    parts,
                                    content.said(fillings))));
  }

  private Profile profile() {
    return world.state().profile();
  }

  private Content.Reader reader(Content content, String language) {
    return new Content.Reader(
        address(content, language),
        Locale.forLanguageTag(language),
        world.zone(at),
        path -> !world.isForgotten(path.get(0), path.subList(1, path.size()), at));
  }

  private Optional<String> address(Content content, String language) {
    return content.variables().contains(Content.ADDRESS)
        ? Optional.ofNullable(world.rules().policies().addresses().get(language))
            .map(address -> Addressing.of(profile(), at, address))
        : Optional.empty();
  }

  /** The captured touchpoints; one that is no longer retained leaves the words incomplete. */
  private Bindings known(Content content, Moment moment) {
    return content.variables().isEmpty()
        ? Bindings.none()
        : world.captured(moment).at(world.at(at));
  }
}
