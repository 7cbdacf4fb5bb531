package io.kizashi.language.read;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.ActionKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What policies name: kinds, channels, actions, lists of customers.
 *
 * @param actions all that were read
 * @param written the actions' names, those included that could not be read
 * @param lists by name, those missing that could not be read
 * @param listed the lists' names, those included
 */
record PolicyNames(
    List<ActionRule> actions,
    Set<String> written,
    Map<String, CustomerList> lists,
    Set<String> listed,
    Problems problems) {
  private static final Map<String, ActionKind> KINDS =
      Stream.of(ActionKind.values()).collect(Collectors.toMap(ActionKind::wire, kind -> kind));

  /** Channels that messages and tasks commonly go through; a rulebook's own come on top. */
  private static final Set<String> COMMON =
      Set.of(
          "web",
          "app",
          "store",
          "call",
          "chat",
          "chatbot",
          "voicebot",
          "email",
          "sms",
          "line",
          "push",
          "sns",
          "kiosk",
          "visit",
          "post");

  /** Copies the collections. */
  PolicyNames {
    actions = List.copyOf(actions);
    written = Set.copyOf(written);
    lists = Map.copyOf(lists);
    listed = Set.copyOf(listed);
  }

  /** Kinds of actions, each named once, in the order of the text. */
  Set<ActionKind> kinds(Fields fields, String key) {
    Set<ActionKind> kinds = new LinkedHashSet<>();
    each(fields, key, "[sell, ask]", this::kind, kinds);
    return kinds;
  }

  /** Channels, each named once. */
  Set<String> channels(Fields fields, String key) {
    Set<String> channels = new TreeSet<>();
    each(fields, key, "[line, email]", this::channel, channels);
    return channels;
  }

  /** Lists of customers, each named once, in the order of the text. */
  List<CustomerList> lists(Fields fields, String key) {
    Set<String> names = new LinkedHashSet<>();
    each(fields, key, "[never]", name -> known(name, listed, "list"), names);
    return names.stream().flatMap(name -> Optional.ofNullable(lists.get(name)).stream()).toList();
  }

  private <T> void each(
      Fields fields, String key, String hint, Function<Scalar, Optional<T>> read, Set<T> into) {
    for (Scalar scalar : fields.list(key, key + ": " + hint)) {
      if (read.apply(scalar).filter(value -> !into.add(value)).isPresent()) {
        problems.error(
            scalar.at(), "useless", "'" + scalar.text() + "' stands here twice", "name it once");
      }
    }
  }

  private Optional<ActionKind> kind(Scalar name) {
    return known(name, KINDS.keySet(), "kind of action")
        .flatMap(text -> Optional.ofNullable(KINDS.get(text)));
  }

  Optional<String> channel(Scalar name) {
    Set<String> all = new TreeSet<>(COMMON);
    actions.forEach(action -> all.addAll(action.channels()));
    return known(name, all, "channel");
  }

  Optional<String> action(Scalar name) {
    return known(name, written, "action");
  }

  private Optional<String> known(Scalar name, Collection<String> all, String what) {
    if (all.contains(name.text())) {
      return Optional.of(name.text());
    }
    Set<String> known = new TreeSet<>(all);
    problems.unknown(
        name.at(),
        name.text(),
        "unknown_name",
        "there is no " + what + " '" + name.text() + "'",
        known);
    return Nearest.certain(name.text(), known);
  }

  /** Whether an action goes through one of some channels. */
  boolean isUsed(Collection<String> channels) {
    return actions.stream().anyMatch(action -> uses(action, channels));
  }

  /** Whether something for customers goes through one of some channels. */
  boolean isUsedForCustomers(Collection<String> channels) {
    return actions.stream().anyMatch(action -> action.isForCustomer() && uses(action, channels));
  }

  private static boolean uses(ActionRule action, Collection<String> channels) {
    return action.channels().stream().anyMatch(channels::contains);
  }
}
