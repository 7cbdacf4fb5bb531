package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.read.GoldenErrors.Case;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the compiler says of broken policies, tests and includes, to the letter. */
final class FurtherErrorTextsTest {
  private static final String RULES =
      """
      rulebook: retail
      segments: { vip: 'customer.decile == 1.0' }
      moments:
        cart_abandoned:
          kind: drop_off
          pattern: [ { event: cart_updated, as: cart }, { absence: order_placed, for: 30m } ]
          once-per: 24h
          open-for: 24h
        payment_stuck:
          kind: moment_of_truth
          pattern: [ { event: payment_failed }, { absence: order_placed, for: 5m } ]
      actions:
        cart_rescue: { kind: sell, answers: [cart_abandoned], channels: [line, web], expires: 12h, content: { line: { ja: 'カート' }, web: { ja: 'カート' } } }
        payment_help: { kind: serve, answers: [payment_stuck], channels: [web], expires: 30m, content: { web: { ja: 'お支払い' } } }
      """;

  @TestFactory
  Stream<DynamicTest> policiesAreRefusedInTheseWords() throws IOException {
    return tests("errors-policies.txt");
  }

  @TestFactory
  Stream<DynamicTest> testsAreRefusedInTheseWords() throws IOException {
    return tests("errors-tests.txt");
  }

  @TestFactory
  Stream<DynamicTest> includesAreRefusedInTheseWords() throws IOException {
    return tests("errors-include.txt");
  }

  private static Stream<DynamicTest> tests(String file) throws IOException {
    List<Case> cases = GoldenErrors.cases(file);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(15);
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> assertThat(problemsOf(c)).isEqualTo(c.expected())));
  }

  private static String problemsOf(Case c) {
    return GoldenErrors.problemsOf("shop/rules.yaml", yaml(c));
  }

  /** The rulebook of a case, with the rules that it stands for. */
  static String yaml(Case c) {
    return c.rulebook().replace("<RULES>\n", RULES);
  }
}
