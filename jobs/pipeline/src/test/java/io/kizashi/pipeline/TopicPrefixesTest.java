package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicPrefixesTest {
  private static final Set<String> PRESENT =
      Set.of("prod-touchpoints", "prod-rulebooks", "touchpoints", "rulebooks", "web-touchpoints");

  @Test
  void aNewPrefixNearOneInUseWasMostLikelyMeantToBeThatOne() {
    assertThat(TopicPrefixes.meant("prd-", PRESENT)).contains("prod-");
    assertThat(TopicPrefixes.meant("Prod-", PRESENT)).contains("prod-");
    assertThat(TopicPrefixes.meant("prod_", PRESENT)).contains("prod-");
  }

  @Test
  void aPrefixInUseOrOneUnlikeAllOthersIsMeantAsItIsWritten() {
    assertThat(TopicPrefixes.meant("prod-", PRESENT)).isEmpty();
    assertThat(TopicPrefixes.meant("", PRESENT)).isEmpty();
    assertThat(TopicPrefixes.meant("staging-", PRESENT)).isEmpty();
    assertThat(
            TopicPrefixes.meant("prd-", Set.of("prod-touchpoints", "prod-rulebooks", "prd-loop")))
        .isEmpty();
  }

  @Test
  void topicsOfSomebodyElseMakeNoPrefix() {
    assertThat(TopicPrefixes.meant("wev-", PRESENT)).isEmpty();
  }
}
