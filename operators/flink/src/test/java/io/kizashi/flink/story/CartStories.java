package io.kizashi.flink.story;

import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Some customers with carts and orders, rules that change now and then, and tasks that go from two
 * to three to one. Records come out of order, twice, too late and damaged.
 */
public final class CartStories implements Stories {
  private static final long START = Rfc3339.parse("2026-03-01T10:00:00Z").orElseThrow();
  private static final long MINUTE = 60_000;
  private static final int DISORDER = 10_000;
  private static final int STEPS = 90;
  private static final int CUSTOMERS = 9;
  private static final List<String> TYPES =
      List.of("cart_updated", "cart_updated", "order_placed", "page_viewed");

  @Override
  public CustomersStory tell(Random random) {
    return new Draft(random).story();
  }

  /** A story that is being written. */
  private static final class Draft {
    private final Random random;
    private final List<StoryStep> steps = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private long now = START;
    private long proven = START;
    private long version = 1;

    Draft(Random random) {
      this.random = random;
    }

    CustomersStory story() {
      RulebookDocument submitted = rulebook();
      steps.add(new StoryStep.Proven(START));
      for (int i = 1; i <= STEPS; i++) {
        step();
        if (i == STEPS / 3) {
          steps.add(new StoryStep.Rescaled(3));
        } else if (i == 2 * STEPS / 3) {
          steps.add(new StoryStep.Rescaled(1));
        }
      }
      steps.add(new StoryStep.SweptOut());
      steps.add(new StoryStep.Proven(Long.MAX_VALUE));
      return new CustomersStory(submitted, 2, steps);
    }

    private void step() {
      now += random.nextInt((int) (3 * MINUTE));
      int chance = random.nextInt(100);
      if (chance < 55) {
        arrives();
      } else if (chance < 75) {
        proven = Math.max(proven, now - random.nextInt((int) MINUTE));
        steps.add(new StoryStep.Proven(proven));
      } else if (chance < 82) {
        publish();
      } else if (chance < 85) {
        steps.add(new StoryStep.Told(pause()));
      } else if (chance < 97) {
        steps.add(new StoryStep.Slice());
      } else {
        steps.add(new StoryStep.SweptOut());
      }
    }

    private void arrives() {
      int chance = random.nextInt(20);
      if (chance == 0) {
        steps.add(new StoryStep.Arrives("{\"id\":"));
      } else if (chance == 1 && !records.isEmpty()) {
        steps.add(new StoryStep.Arrives(records.get(random.nextInt(records.size()))));
      } else {
        long late = chance == 2 ? 400L * 24 * 60 * MINUTE : random.nextInt(DISORDER);
        String record = touchpoint(now - late);
        records.add(record);
        steps.add(new StoryStep.Arrives(record));
      }
    }

    private String touchpoint(long time) {
      return "{\"id\":\"e-%d\",\"type\":\"%s\",\"customer\":\"c-%d\",\"time\":\"%s\",%s}"
          .formatted(
              records.size(),
              TYPES.get(random.nextInt(TYPES.size())),
              random.nextInt(CUSTOMERS),
              Rfc3339.format(time),
              "\"properties\":{\"cartValue\":%d}".formatted(random.nextInt(9_000)));
    }

    /** Two in quick succession now and then: the second one meets the sweep for the first. */
    private void publish() {
      steps.add(new StoryStep.Told(publication()));
      if (random.nextInt(3) == 0) {
        steps.add(new StoryStep.Slice());
        arrives();
        steps.add(new StoryStep.Told(publication()));
      }
    }

    private Publication publication() {
      version++;
      return new Publication("retail", rulebook(), Optional.empty(), version, "mika", "");
    }

    private Pause pause() {
      return new Pause(new Pause.Target("sell", "", ""), random.nextBoolean(), "kenji", "");
    }

    private RulebookDocument rulebook() {
      return new RulebookDocument("rulebook.yaml", version, text());
    }

    private String text() {
      return """
      rulebook: retail
      disorder: 10s
      decide: %s
      history: { touchpoints: %d, for: 30d }
      moments:
        cart_abandoned:
          kind: drop_off
          pattern:
            - { event: cart_updated, where: 'event.properties.cartValue >= %d.0', as: cart }
            - { absence: order_placed, for: %dm }
        much_looked_at:
          kind: moment_of_truth
          pattern:
            - { event: page_viewed, times: %d, within: 1h }
      actions:
        cart_rescue:
          kind: sell
          answers: [cart_abandoned]
          channels: [line]
          expires: 12h
          content:
            line: { ja: 'カートに商品が残っています。', en: 'Your cart is waiting.' }
        help:
          kind: serve
          answers: [much_looked_at]
          channels: [web]
          expires: 1h
          content:
            web: { ja: 'お手伝いしましょうか。', en: 'May we help?' }
      """
          .formatted(
              random.nextInt(3) == 0 ? "settled" : "at-once",
              20 + random.nextInt(80),
              1_000 * random.nextInt(6),
              1 + random.nextInt(40),
              2 + random.nextInt(2));
    }
  }
}
