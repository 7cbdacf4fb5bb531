package io.kizashi.control.check;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Trial;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.language.read.RulebookTest.Sending;
import io.kizashi.language.read.TestClock;
import io.kizashi.language.rehearsal.Happening;
import io.kizashi.language.rehearsal.Result;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Results of tests for people: what was expected, and what happened instead. */
final class TestText {
  private static final String INDENT = "          ";

  private final Rules rules;
  private final Phrases words;
  private final TestClock clock;
  private final Reason reason;
  private final PrintWriter out;

  TestText(Language language, Rules rules, PrintWriter out) {
    this.rules = rules;
    this.words =
        Phrases.read(TestText.class, "tests", language, Phrases.keys(TestLine.class).toList());
    this.clock = new TestClock(rules.settings().calendar().zone());
    this.reason = new Reason(language, rules);
    this.out = out;
  }

  void print(String file, List<Result> results) {
    if (results.isEmpty()) {
      out.println(words.say(TestLine.NO_TESTS, file, rules.ref().name()));
      return;
    }
    results.forEach(this::print);
    long failed = results.stream().filter(result -> !result.ok()).count();
    out.println(words.say(TestLine.SUMMARY, results.size(), failed));
    if (isRolledOut()) {
      out.println(words.say(TestLine.ROLLED_OUT));
    }
  }

  /** Whether some rule looks at a part of the customers only; a test's are in every part. */
  private boolean isRolledOut() {
    return Stream.concat(
            rules.moments().stream().map(MomentRule::trial),
            rules.moments().stream()
                .flatMap(moment -> rules.answering(moment.name()).stream())
                .map(ActionRule::trial))
        .anyMatch(trial -> trial.percent() < Trial.NONE.percent());
  }

  private void print(Result result) {
    String name = result.test().name();
    if (result.ok()) {
      out.println(words.say(TestLine.OK, name));
      return;
    }
    out.println(words.say(TestLine.FAILED, name, result.test().at().place()));
    List<Expectation> missing = result.missing();
    List<Happening> unexpected = result.unexpected();
    missing.forEach(it -> expected(told(told(it.moment(), action(it), it.at()), it.sending())));
    if (missing.isEmpty()) {
      boolean none = result.test().expect().isEmpty();
      expected(words.say(none ? TestLine.NOTHING : TestLine.NOTHING_MORE));
    }
    boolean all = result.test().asksForSending();
    unexpected.forEach(it -> happened(all ? told(told(it), it.sending()) : told(it)));
    if (unexpected.isEmpty()) {
      happened(words.say(missing.isEmpty() ? TestLine.NOTHING_MORE : TestLine.NOTHING_INSTEAD));
    }
    result.lost().stream()
        .map(it -> words.say(TestLine.NOT_CHOSEN, it.action(), reason.of(it)))
        .distinct()
        .forEach(line -> out.println(INDENT + line));
    result.late().forEach(id -> out.println(INDENT + words.say(TestLine.TOO_LATE, id)));
  }

  private void expected(String what) {
    out.println(INDENT + words.say(TestLine.EXPECTED, what));
  }

  private void happened(String what) {
    out.println(INDENT + words.say(TestLine.HAPPENED, what));
  }

  private Optional<String> action(Expectation expected) {
    return expected.unanswered() ? Optional.of(words.say(TestLine.NO_ACTION)) : expected.action();
  }

  private String told(Happening happening) {
    String action = happening.action().orElse(words.say(TestLine.NO_ACTION));
    return told(happening.moment(), Optional.of(action), OptionalLong.of(happening.at()));
  }

  private String told(String what, Sending sending) {
    String told =
        sending.channel().map(it -> words.say(TestLine.BY_CHANNEL, what, it)).orElse(what);
    if (sending.sendAt().isPresent()) {
      told = words.say(TestLine.SENT_AT, told, clock.text(sending.sendAt().getAsLong()));
    }
    for (String part : sending.words()) {
      told = words.say(TestLine.SAYING, told, part);
    }
    return sending.assignee().isPresent()
        ? words.say(TestLine.ASSIGNED_TO, told, sending.assignee().get())
        : told;
  }

  private String told(String moment, Optional<String> action, OptionalLong at) {
    String what = action.map(it -> words.say(TestLine.WITH_ACTION, moment, it)).orElse(moment);
    return at.isPresent() ? words.say(TestLine.AT_TIME, what, clock.text(at.getAsLong())) : what;
  }
}
