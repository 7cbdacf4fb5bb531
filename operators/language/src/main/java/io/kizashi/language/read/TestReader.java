package io.kizashi.language.read;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the tests of a rulebook; running them is another matter. */
final class TestReader {
  /** Tests of one rulebook, and touchpoints of one test: more is a recorded stream. */
  private static final int MOST = 1_000;

  /** What is said where a moment stands and nothing may answer it. */
  private static final String NONE = "none";

  private final Fields top;
  private final TestClock clock;
  private final Map<String, ActionRule> actions = new HashMap<>();
  private final Problems problems;
  private final SendingReader sending;

  TestReader(Fields top, TestClock clock, List<ActionRule> actions, Problems problems) {
    this.top = top;
    this.clock = clock;
    actions.forEach(action -> this.actions.put(action.name(), action));
    this.problems = problems;
    this.sending = new SendingReader(clock, problems);
  }

  List<RulebookTest> tests() {
    List<Fields> written = top.mappings("tests", Keys.TEST, "tests: [ { name: …, given: […] } ]");
    if (written.size() > MOST) {
      problems.error(
          top.keyAt("tests"), "out_of_bounds", "there are more than " + MOST + " tests", "");
      return List.of();
    }
    Map<String, Mark> names = new HashMap<>();
    List<RulebookTest> tests = new ArrayList<>();
    written.forEach(test -> test(test, names).ifPresent(tests::add));
    return tests;
  }

  private Optional<RulebookTest> test(Fields test, Map<String, Mark> names) {
    String name = name(test, names);
    List<Touchpoint> given = given(test);
    test.required("until", "up to when time goes on: until: '10:31'");
    OptionalLong until = time(test, "until");
    long last = given.stream().mapToLong(Touchpoint::time).max().orElse(Long.MIN_VALUE);
    if (until.isPresent() && until.getAsLong() < last) {
      problems.error(
          test.keyAt("until"),
          "out_of_bounds",
          "the test ends before its last touchpoint, which is at " + clock.text(last),
          "a bare time is on " + TestClock.DAY + "; let until: lie behind all that is given");
    }
    List<Expectation> expect = expect(test, until.orElse(Long.MAX_VALUE));
    return until.isPresent()
        ? Optional.of(new RulebookTest(name, test.at(), given, until.getAsLong(), expect))
        : Optional.empty();
  }

  private String name(Fields test, Map<String, Mark> names) {
    test.required("name", "say what it shows: name: a cart left for half an hour is rescued");
    Optional<Scalar> name = test.scalar("name");
    name.flatMap(text -> Optional.ofNullable(names.putIfAbsent(text.text(), text.at())))
        .ifPresent(
            first ->
                problems.error(
                    test.keyAt("name"),
                    "duplicate_name",
                    "another test has this name, at " + first.place(),
                    "name what this one shows"));
    return name.map(Scalar::text).orElse("");
  }

  private OptionalLong time(Fields fields, String key) {
    Optional<Scalar> text = fields.scalar(key);
    return text.isEmpty() ? OptionalLong.empty() : GivenReader.time(text.get(), clock, problems);
  }

  private List<Touchpoint> given(Fields test) {
    Optional<YamlNode> node =
        test.required("given", "given: [ { at: '10:00', type: cart_updated } ]");
    if (node.isEmpty()) {
      return List.of();
    }
    String message = "'given' must be a list of 1 to " + MOST + " touchpoints";
    String hint = "given: [ { at: '10:00', type: cart_updated } ]";
    List<YamlNode> items = test.items(node.get(), Keys.GIVEN, "wrong_type", message, hint);
    boolean list = node.get() instanceof Sequence;
    if (list && (items.isEmpty() || items.size() > MOST)) {
      problems.error(node.get().at(), "wrong_type", message, hint);
      return List.of();
    }
    GivenReader reader = new GivenReader(clock, problems);
    items.forEach(reader::read);
    return reader.touchpoints();
  }

  private List<Expectation> expect(Fields test, long until) {
    test.required("expect", "expect: [ { moment: … } ], or expect: nothing");
    if (test.get("expect").filter(TestReader::isNothing).isPresent()) {
      return List.of();
    }
    List<Expectation> expected = new ArrayList<>();
    for (Fields fields : test.mappings("expect", Keys.EXPECTATION, "expect: [ { moment: … } ]")) {
      fields.required("moment", "which moment must stand?");
      Optional<Scalar> moment = fields.scalar("moment");
      moment.ifPresent(name -> check(name, "moments", "moment"));
      Optional<Scalar> said = fields.scalar("action");
      boolean unanswered = said.filter(it -> isNone(it)).isPresent();
      Optional<Scalar> action = said.filter(it -> !isNone(it));
      action.ifPresent(name -> check(name, "actions", "action"));
      OptionalLong at = sending.within(fields, "at", until);
      moment.ifPresent(
          name -> {
            action.ifPresent(chosen -> checkAnswers(chosen, name.text()));
            expected.add(
                new Expectation(
                    name.text(),
                    action.map(Scalar::text),
                    unanswered,
                    at,
                    sending.read(fields, unanswered, rule(action), until)));
          });
    }
    return expected;
  }

  private Optional<ActionRule> rule(Optional<Scalar> action) {
    return action.flatMap(it -> Optional.ofNullable(actions.get(it.text())));
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof Scalar word && word.text().equals("nothing");
  }

  /** Whether no action is meant, and not one of that name. */
  private boolean isNone(Scalar action) {
    return action.text().equals(NONE) && !top.written("actions").contains(NONE);
  }

  private void check(Scalar name, String section, String what) {
    Set<String> known = top.written(section);
    if (!known.isEmpty() && !known.contains(name.text())) {
      problems.unknown(
          name.at(),
          name.text(),
          "unknown_name",
          "there is no " + what + " '" + name.text() + "'",
          known.stream().sorted().toList());
    }
  }

  private void checkAnswers(Scalar action, String moment) {
    Set<String> answered =
        Optional.ofNullable(actions.get(action.text()))
            .map(rule -> (Set<String>) new HashSet<>(rule.answers()))
            .orElse(Set.of(moment));
    if (!answered.contains(moment)) {
      problems.error(
          action.at(),
          "unreachable",
          "'" + action.text() + "' does not answer '" + moment + "'",
          "it answers " + String.join(", ", answered.stream().sorted().toList()));
    }
  }
}
