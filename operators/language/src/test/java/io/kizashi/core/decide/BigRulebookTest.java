package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

final class BigRulebookTest {
  @Test
  void twoThousandRulesCompileAndATouchpointMeetsOnlyThoseOfItsType(TestReporter reporter) {
    String text = BigRulebook.text(2_000, 200);
    long before = System.nanoTime();
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("big.yaml", 1, text));
    long took = (System.nanoTime() - before) / 1_000_000;
    reporter.publishEntry("milliseconds to compile 2,000 rules", Long.toString(took));
    Rules rules = ((Compilation.Compiled) compilation).rules();
    assertThat(rules.moments()).hasSize(2_000);
    assertThat(
            rules.caringFor(
                CustomerStory.touchpoint("t", BigRulebook.type(7), CustomerStory.START)))
        .extracting(rule -> rule.name())
        .hasSize(10)
        .startsWith("moment_7", "moment_207");
  }
}
