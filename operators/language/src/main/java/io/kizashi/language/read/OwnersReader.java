package io.kizashi.language.read;

import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.recipient.Absence;
import io.kizashi.core.recipient.Owner;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.ActionRule.DateRange;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads whom tasks are for. */
final class OwnersReader {
  /** Names that one kind of staff is found among: pages of a large site fit. */
  private static final int MOST_LISTED = 2_000;

  /** The touchpoint that completed the moment, and what is known of the customer. */
  private static final Scope AT_MOMENT = Scope.step(Set.of());

  private static final String EXAMPLE =
      "page_owner: { by: 'event.properties.page', is: { /cart: ec-team } }";

  private final Fields top;
  private final ExpressionCompiler expressions;
  private final ZoneId zone;
  private final OwnerFiles files;
  private final Problems problems;

  /**
   * A reader of owners.
   *
   * @param zone in which the rulebook's days begin
   * @param files owners that stand in tables of their own
   */
  OwnersReader(
      Fields top,
      ExpressionCompiler expressions,
      ZoneId zone,
      OwnerFiles files,
      Problems problems) {
    this.top = top;
    this.expressions = expressions;
    this.zone = zone;
    this.files = files;
    this.problems = problems;
  }

  /** What the rulebook says; empty where it says nothing. */
  Optional<Owners> owners() {
    return top.get("owners")
        .flatMap(node -> Fields.of(node, Keys.OWNERS, problems))
        .map(this::owners);
  }

  private Owners owners(Fields fields) {
    Map<Recipient, Owner> owners = new EnumMap<>(Recipient.class);
    for (Recipient recipient : Recipient.values()) {
      if (recipient != Recipient.CUSTOMER) {
        fields
            .get(recipient.wire())
            .flatMap(node -> owner(recipient, node))
            .ifPresent(owner -> owners.put(recipient, owner));
      }
    }
    List<Absence> absences = absences(fields);
    fields.required("fallback", "for the tasks that nobody owns: fallback: desk@shop");
    return new Owners(owners, absences, OwnerNames.name(fields, "fallback", problems), zone);
  }

  private Optional<Owner> owner(Recipient recipient, YamlNode node) {
    if (node instanceof Scalar text && !text.isNull()) {
      return isExpression(text.text()) ? known(recipient, text) : named(text);
    }
    return Fields.of(node, Keys.OWNER, problems).flatMap(fields -> listed(recipient, fields));
  }

  /** No name of a team is written with a dot, but for addresses of mail. */
  private static boolean isExpression(String text) {
    return text.contains(".") && !text.contains("@");
  }

  private Optional<Owner> known(Recipient recipient, Scalar text) {
    if (!text.text().endsWith(".csv")) {
      return value(text).map(Owner.Known::new);
    }
    Optional<String> by = Optional.ofNullable(OwnerFiles.USUAL.get(recipient));
    if (by.isEmpty()) {
      problems.error(
          text.at(),
          "missing_key",
          "'by' is missing here: what is looked up in " + text.text() + "?",
          recipient.wire() + ": { by: '…', file: " + text.text() + " }");
    }
    return by.flatMap(it -> value(new Scalar(text.at(), it, false)))
        .flatMap(value -> inFile(recipient, value, text));
  }

  private Optional<Owner> inFile(Recipient recipient, Value by, Scalar file) {
    return files.owners(recipient, file).map(is -> listed(recipient, file.at(), by, is));
  }

  private Owner listed(Recipient recipient, Mark at, Value by, Map<String, String> is) {
    if (is.isEmpty() || is.size() > MOST_LISTED) {
      problems.error(
          at,
          "out_of_bounds",
          "this names the owners for 1 … " + MOST_LISTED + " values",
          recipient.wire() + ": { by: '…', is: { VALUE: team } }");
    }
    return new Owner.Listed(by, is);
  }

  private Optional<Value> value(Scalar text) {
    return expressions.value(text, AT_MOMENT, ValueKind.TEXT, problems);
  }

  private Optional<Owner> named(Scalar text) {
    if (TouchpointView.fields().contains(text.text())) {
      String field = "event." + text.text();
      problems.error(
          text.at(),
          "unknown_word",
          "'" + text.text() + "' is a field of touchpoints here, and no name",
          "write '" + field + "'",
          Fix.at(text.at(), text.text(), field));
      return Optional.empty();
    }
    return OwnerNames.name(text, problems).map(Owner.Named::new);
  }

  private Optional<Owner> listed(Recipient recipient, Fields fields) {
    fields.required("by", EXAMPLE);
    Optional<Value> by = fields.scalar("by").flatMap(this::value);
    Optional<Scalar> file = fields.scalar("file");
    if (file.isPresent() && fields.get("is").isPresent()) {
      problems.error(
          fields.keyAt("is"),
          "useless",
          "the owners stand in a file already",
          "keep one of the two");
    }
    if (file.isPresent()) {
      return by.flatMap(value -> inFile(recipient, value, file.get()));
    }
    if (fields.get("is").isEmpty()) {
      return by.map(Owner.Known::new);
    }
    Map<String, String> is = new LinkedHashMap<>();
    Optional<Fields> names = fields.get("is").flatMap(node -> Fields.of(node, "is", problems));
    names.ifPresent(
        it ->
            it.named()
                .keySet()
                .forEach(
                    key ->
                        it.scalar(key)
                            .flatMap(text -> OwnerNames.name(text, problems))
                            .ifPresent(name -> is.put(key, name))));
    if (names.filter(it -> it.named().isEmpty() || is.size() > MOST_LISTED).isPresent()) {
      return by.map(value -> listed(recipient, fields.keyAt("is"), value, is));
    }
    return by.map(value -> new Owner.Listed(value, is));
  }

  private List<Absence> absences(Fields owners) {
    String hint = "away: [ { who: tanaka, from: 2026-08-10, to: 2026-08-16, deputy: sato } ]";
    List<Absence> absences = new ArrayList<>();
    DateRangeReader days = new DateRangeReader(zone, problems);
    for (Fields fields : owners.mappings("away", Keys.AWAY, hint)) {
      for (String key : List.of("who", "from", "to", "deputy")) {
        fields.required(key, hint);
      }
      DateRange range = days.range(fields);
      String who = OwnerNames.name(fields, "who", problems);
      String deputy = OwnerNames.name(fields, "deputy", problems);
      if (!who.isEmpty() && who.equals(deputy)) {
        problems.error(
            fields.keyAt("deputy"),
            "useless",
            "'" + who + "' can't stand in for themselves",
            "name another: " + hint);
      }
      if (range.first().isPresent() && range.last().isPresent()) {
        absences.add(new Absence(who, range.first().get(), range.last().get(), deputy));
      }
    }
    return absences;
  }

  /** Notes tasks that nobody owns, whatever happens, where owners are named at all. */
  void warn(List<ActionRule> actions, Optional<Owners> owners) {
    if (owners.isEmpty()) {
      return;
    }
    Set<Recipient> named = owners.get().owners().keySet();
    actions.stream()
        .filter(action -> !action.isForCustomer() && !named.contains(action.recipient()))
        .map(action -> action.recipient().wire())
        .distinct()
        .sorted()
        .forEach(
            to ->
                problems.warning(
                    top.keyAt("owners"),
                    "nobodys",
                    "nobody owns tasks to: " + to,
                    "they go to the fallback; name an owner: " + to + ": TEAM"));
  }
}
