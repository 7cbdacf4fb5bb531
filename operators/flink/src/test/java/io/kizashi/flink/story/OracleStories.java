package io.kizashi.flink.story;

import io.kizashi.oracle.moments.RandomStream;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random streams of the oracle: any rule that the language knows, over sessions, deadlines and
 * touchpoints that come late. Rules change now and then to those of another stream, and tasks go
 * from two to three to one.
 */
public final class OracleStories implements Stories {
  private static final long NOTHING_YET = 0;

  @Override
  public CustomersStory tell(Random random) {
    return new Draft(random).story();
  }

  /** A story that is being written. */
  private static final class Draft {
    private final Random random;
    private final List<StoryStep> steps = new ArrayList<>();
    private long proven = NOTHING_YET;
    private long version = 1;

    Draft(Random random) {
      this.random = random;
    }

    CustomersStory story() {
      RandomStream stream = RandomStream.of(random.nextLong());
      RulebookDocument submitted = document(stream);
      steps.add(new StoryStep.Proven(proven));
      int many = stream.deliveries().size();
      for (int i = 0; i < many; i++) {
        arrives(stream.deliveries().get(i));
        if (i == many / 3) {
          steps.add(new StoryStep.Rescaled(3));
        } else if (i == 2 * many / 3) {
          steps.add(new StoryStep.Rescaled(1));
        }
        between();
      }
      steps.add(new StoryStep.SweptOut());
      steps.add(new StoryStep.Proven(Long.MAX_VALUE));
      return new CustomersStory(submitted, 2, steps);
    }

    private void arrives(RandomStream.Delivery delivery) {
      byte[] json = TouchpointJson.encode(delivery.touchpoint());
      steps.add(new StoryStep.Arrives(new String(json, StandardCharsets.UTF_8)));
      if (delivery.proven() > proven) {
        proven = delivery.proven();
        steps.add(new StoryStep.Proven(proven));
      }
    }

    /** Sweeps go on slowly, so that touchpoints meet them. */
    private void between() {
      int chance = random.nextInt(100);
      if (chance < 5) {
        version++;
        RulebookDocument other = document(RandomStream.of(random.nextLong()));
        steps.add(
            new StoryStep.Told(
                new Publication("random", other, Optional.empty(), version, "mika", "")));
      } else if (chance < 8) {
        Pause.Target selling = new Pause.Target("sell", "", "");
        steps.add(new StoryStep.Told(new Pause(selling, random.nextBoolean(), "kenji", "")));
      } else if (chance < 25) {
        steps.add(new StoryStep.Slice());
      } else if (chance < 28) {
        steps.add(new StoryStep.SweptOut());
      }
    }

    private RulebookDocument document(RandomStream stream) {
      return new RulebookDocument("rulebook.yaml", version, stream.rulebook());
    }
  }
}
