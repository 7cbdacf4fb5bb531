package io.kizashi.language.asked;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTest {
  private static Asked of(String text) {
    return RulebookCompiler.written(new RulebookDocument("rules.yaml", 1, text))
        .map(Asked::in)
        .orElseThrow();
  }

  private static List<String> told(String text) {
    return of(text).asks().stream()
        .map(
            it ->
                "%s:%s %s %s of %s"
                    .formatted(
                        it.at().line(),
                        it.at().column(),
                        it.slot().name(),
                        it.kinds().stream().map(PropertyKind::wire).sorted().toList(),
                        it.slot().types().map(types -> types.stream().sorted().toList())))
        .toList();
  }

  @Test
  void whatOneSideSaysOfTheTypeIsKnownToTheOther() {
    assertThat(
            told(
                """
                signals:
                  a: { count: 'event.type == "x" && event.properties.n > 1.0 || event.type in ["y", "z"] && event.properties.p' }
                """))
        .containsExactly("2:54 n [number] of Optional[[x]]", "2:110 p [truth] of Optional[[y, z]]");
  }

  @Test
  void aNameOfAnEarlierStepIsOfThatStepsType() {
    assertThat(
            told(
                """
                moments:
                  m:
                    pattern:
                      - { event: x, as: a }
                      - { absence: y, until: 'a.properties.due', where: 'event.properties.of == a.properties.id' }
                    when: 'customer.tier.startsWith("g")'
                actions:
                  act:
                    answers: [m]
                    content: { web: { en: 'Due {{a.properties.due | date}}.' } }
                """))
        .containsExactlyInAnyOrder(
            "5:75 of [] of Optional[[y]]",
            "5:94 id [] of Optional[[x]]",
            "5:44 due [number, text] of Optional[[x]]",
            "6:21 tier [text] of Optional[[profile_updated]]",
            "10:47 due [number, text, truth] of Optional[[x]]");
  }

  @Test
  void whatReadsMoreThanTheTouchpointIsNoQuestionOfItAlone() {
    Asked asked =
        of(
            """
            moments:
              m:
                pattern:
                  - { event: x, where: 'event.properties.n > 1.0', as: a }
                  - { event: x, where: 'event.properties.n > a.properties.n' }
                  - { event: session_ended }
            """);
    assertThat(asked.questions()).extracting(it -> it.at().line()).containsExactly(4);
    assertThat(asked.types()).extracting(Asked.Named::type).containsExactly("x", "x");
  }
}
