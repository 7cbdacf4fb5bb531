package io.kizashi.language.read;

import io.kizashi.core.rules.Address;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how customers are addressed. */
final class AddressReader {
  /** Characters of an honorific or a fallback: it stands in the middle of a sentence. */
  private static final int MOST_CHARS = 40;

  private static final Map<String, Address.Name> NAMES =
      Map.of(
          "family", Address.Name.FAMILY,
          "given", Address.Name.GIVEN,
          "nickname", Address.Name.NICKNAME);

  private final Problems problems;

  AddressReader(Problems problems) {
    this.problems = problems;
  }

  /** The languages that a rulebook has an address for, well written or not. */
  static Set<String> languages(Fields top) {
    return top.get("policies")
        .flatMap(policies -> policies instanceof Mapping m ? m.get("address") : Optional.empty())
        .filter(Mapping.class::isInstance)
        .map(addresses -> ((Mapping) addresses).entries().keySet())
        .orElse(Set.of());
  }

  /** The addresses, by language. */
  Map<String, Address> addresses(Fields policies) {
    Map<String, Address> addresses = new HashMap<>();
    Optional<Fields> byLanguage =
        policies.get("address").flatMap(node -> Fields.of(node, "address", problems));
    if (byLanguage.isEmpty()) {
      return addresses;
    }
    byLanguage
        .get()
        .named()
        .forEach(
            (language, node) -> {
              if (!language.matches("[a-z]{2,3}")) {
                problems.error(
                    byLanguage.get().keyAt(language),
                    "language",
                    "'" + language + "' is no language",
                    "ja, en, …");
              }
              Fields.of(node, Keys.ADDRESS, problems)
                  .ifPresent(fields -> addresses.put(language, address(fields)));
            });
    return addresses;
  }

  private Address address(Fields fields) {
    fields.required("name", "name: family");
    Address.Name name = fields.choice("name", NAMES).orElse(Address.Name.FAMILY);
    fields.required("fallback", "for who has no such name: fallback: お客様");
    Optional<String> fallback = text(fields, "fallback");
    if (fallback.filter(String::isBlank).isPresent()) {
      problems.error(
          fields.keyAt("fallback"),
          "content_missing",
          "who has no such name must be called something",
          "fallback: お客様");
    }
    return new Address(name, text(fields, "honorific").orElse(""), fallback.orElse(""));
  }

  private Optional<String> text(Fields fields, String key) {
    Optional<Scalar> text = fields.scalar(key);
    if (text.filter(it -> it.text().length() > MOST_CHARS).isPresent()) {
      problems.error(
          text.get().at(),
          "too_long",
          "this has at most " + MOST_CHARS + " characters",
          "it stands in the middle of a sentence");
    }
    return text.map(Scalar::text);
  }
}
