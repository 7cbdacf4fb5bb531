package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Words;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.ActionKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads actions. */
final class ActionReader {
  private static final Map<String, ActionKind> KINDS =
      Stream.of(ActionKind.values()).collect(Collectors.toMap(ActionKind::wire, kind -> kind));
  private static final Map<String, Recipient> RECIPIENTS =
      Stream.of(Recipient.values()).collect(Collectors.toMap(Recipient::wire, who -> who));
  private static final Map<String, Boolean> TRUTHS = Map.of("true", true, "false", false);
  private static final Map<String, Boolean> PURPOSES = Map.of("ad", true, "service", false);

  /** Kinds that are advertising where nothing else is said: the company asks for something. */
  private static final Set<ActionKind> ADVERTISING =
      EnumSet.of(ActionKind.SELL, ActionKind.ASK, ActionKind.RETAIN);

  private static final long SECOND = 1_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long MONTH = 31 * 86_400_000L;

  private final MomentNames moments;
  private final ExpressionCompiler expressions;
  private final Set<String> addressed;
  private final DateRangeReader days;
  private final Optional<CustomerList> testers;
  private final Problems problems;

  /**
   * A reader of actions.
   *
   * @param moments that actions may answer
   * @param addressed languages in which the rulebook says how customers are addressed
   * @param zone in which the rulebook's days begin
   * @param testers customers for whom nothing is on trial
   */
  ActionReader(
      MomentNames moments,
      ExpressionCompiler expressions,
      Set<String> addressed,
      ZoneId zone,
      Optional<CustomerList> testers,
      Problems problems) {
    this.moments = moments;
    this.expressions = expressions;
    this.addressed = addressed;
    this.days = new DateRangeReader(zone, problems);
    this.testers = testers;
    this.problems = problems;
  }

  Optional<ActionRule> action(String name, YamlNode node) {
    return Fields.of(node, Keys.ACTION, problems).map(fields -> action(name, fields));
  }

  private ActionRule action(String name, Fields fields) {
    fields.required("kind", "one of recover, serve, retain, inform, ask, sell");
    ActionKind kind = fields.choice("kind", KINDS).orElse(ActionKind.INFORM);
    Optional<Recipient> said = fields.choice("to", RECIPIENTS);
    Recipient recipient = said.orElse(Recipient.CUSTOMER);
    boolean forStaff = recipient != Recipient.CUSTOMER;
    boolean advertising = isAdvertising(fields, kind, forStaff);
    List<String> answers = answers(fields);
    Set<String> names = moments.captures(answers);
    Scope scope = Scope.end(names);
    List<String> channels = distinct(fields.list("channels", "channels: [web, line]"));
    boolean byEmail = advertising && channels.contains(ChannelDemands.EMAIL);
    fields.required("expires", "expires: 12h");
    return new ActionRule(
        name,
        kind,
        recipient,
        advertising,
        answers,
        when(fields, scope),
        channels,
        days.range(fields, "active"),
        fields.duration("after", MINUTE, MONTH).orElse(0),
        fields.choice("hours", Map.of("responsive", true)).orElse(false),
        fields.duration("expires", SECOND, MONTH).orElse(SECOND),
        new WorthReader(expressions, problems).worth(fields, scope),
        words(
            fields,
            scope,
            channels,
            new ContentReader(names, expressions.signals(), addressed, byEmail, problems)),
        isBriefing(fields, forStaff, said.isPresent() || fields.get("to").isEmpty()),
        OwnerNames.name(fields, "campaign", problems),
        fields.trial().with(testers));
  }

  private List<Words> words(
      Fields fields, Scope scope, List<String> channels, ContentReader content) {
    return new WordsReader(expressions, scope, content, problems).words(fields, channels);
  }

  private boolean isAdvertising(Fields fields, ActionKind kind, boolean forStaff) {
    Optional<Boolean> said = fields.choice("purpose", PURPOSES);
    if (forStaff && fields.get("purpose").isPresent()) {
      problems.error(
          fields.keyAt("purpose"),
          "recipient",
          "a task for staff has no purpose: it needs no consent",
          "leave it out, or take to: out where customers get it");
    }
    return !forStaff && said.orElse(ADVERTISING.contains(kind));
  }

  private boolean isBriefing(Fields fields, boolean forStaff, boolean sure) {
    boolean briefing = fields.choice("briefing", TRUTHS).orElse(false);
    if (briefing && !forStaff && sure) {
      problems.error(
          fields.keyAt("briefing"),
          "recipient",
          "a briefing is for staff, but customers get this",
          "say which staff: to: agent, or leave it out");
    }
    return briefing && forStaff;
  }

  private Condition when(Fields fields, Scope scope) {
    return fields
        .scalar("when")
        .flatMap(text -> expressions.condition(text, scope, problems))
        .orElse(Condition.ALWAYS);
  }

  private List<String> answers(Fields fields) {
    List<Scalar> answers = fields.list("answers", "answers: [cart_abandoned]");
    for (Scalar answer : answers) {
      if (!moments.mayBe(answer.text())) {
        problems.unknown(
            answer.at(),
            answer.text(),
            "unknown_name",
            "there is no moment '" + answer.text() + "'",
            moments.all());
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
}
