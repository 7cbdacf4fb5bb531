package io.kizashi.cli.topics;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.pipeline.TopicPrefixes;
import io.kizashi.pipeline.Topics;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Creates the topics of an engine that are missing, once it is sure that they are meant. */
public final class NewTopics {
  private static final short BROKERS_DEFAULT = -1;

  @Option(names = "--yes", description = "Ask nothing: the prefix is meant as it is written.")
  boolean sure;

  /**
   * Leaves alone what exists.
   *
   * @param prefix put before every topic's name; may be empty
   * @param replicas of every partition; absent for the broker's default
   * @param err where a person is asked
   * @return the names of those created
   * @throws InputFault if the prefix is new, nearly that of another engine, and nobody says yes
   */
  public List<String> create(
      Brokers brokers, String prefix, Optional<Short> replicas, PrintWriter err) {
    return brokers.create(meant(brokers, prefix, replicas, err));
  }

  /**
   * The same for an engine that is to start. It goes without the topic of answers, where that is
   * all that it lacks and it may not create any.
   *
   * @throws InputFault as above
   */
  public List<String> createToRun(Brokers brokers, String prefix, PrintWriter err) {
    TopicPlan all = meant(brokers, prefix, Optional.empty(), err);
    String answers = prefix + Topics.ANSWERS;
    List<String> created = new ArrayList<>(brokers.create(all.of(name -> !name.equals(answers))));
    try {
      created.addAll(brokers.create(all.of(answers::equals)));
    } catch (EnvironmentFault e) {
      err.println(
          "kizashi: nobody who asks 'why' of the engine is answered until the topic "
              + answers
              + " is there: "
              + e.getMessage());
    }
    return created;
  }

  private TopicPlan meant(
      Brokers brokers, String prefix, Optional<Short> replicas, PrintWriter err) {
    if (!sure) {
      TopicPrefixes.meant(prefix, brokers.topics())
          .ifPresent(known -> ask(brokers.bootstrap(), prefix, known, err));
    }
    return TopicPlan.shipped(prefix, replicas.orElse(BROKERS_DEFAULT));
  }

  private static void ask(String bootstrap, String prefix, String known, PrintWriter err) {
    String question =
        "the prefix '%s' is new at %s; did you mean '%s'?".formatted(prefix, bootstrap, known);
    if (!Consent.ofTerminal(err).given(question + " Create new topics all the same?")) {
      throw new InputFault(question + " Nothing was created; --yes creates them");
    }
  }
}
