package io.kizashi.pipeline;

import io.kizashi.flink.Arrival;
import io.kizashi.flink.DecodeOperator;
import io.kizashi.flink.OutputRecord;
import io.kizashi.flink.Streams;
import io.kizashi.schema.RulebookDocument;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The engine on Kafka: touchpoints in, recommendations out. */
public final class KafkaPipeline {
  private KafkaPipeline() {}

  /**
   * Adds the job to an environment made with {@link Environments#run}. Asks the broker for the
   * topics first: no task may be without a partition, which would prove no time, and no checkpoint
   * would be complete without the topics that are written.
   *
   * @param rulebook the first one, which travels with the job; it must compile
   * @throws EnvironmentFailure if the broker does not answer, a topic is missing or not as
   *     topics.yaml says, the environment is set otherwise, or state that it is to start from would
   *     be lost or can't be shared among so many tasks
   */
  public static void build(
      StreamExecutionEnvironment env, PipelineConfig config, RulebookDocument rulebook) {
    PlatformCheck.verify(env.getConfiguration());
    KeyGroups.settle(env);
    BrokerCheck broker = BrokerCheck.ask(config);
    KafkaSources sources = new KafkaSources(env, config);
    KafkaSinks sinks = new KafkaSinks(config);
    Pipeline pipeline =
        new Pipeline(
            DecodeOperator.live(
                new KafkaInputEnds(config),
                config.sources(),
                new KafkaRetirements(config),
                config.placeholders()),
            config.sensing(),
            rulebook,
            sinks::of);
    SingleOutputStreamOperator<Arrival> decoded =
        pipeline.decode(sources.touchpoints(broker.touchpointPartitions()));
    SingleOutputStreamOperator<Arrival> sensed =
        switch (config.learning()) {
          case ON -> pipeline.senseAndLearn(decoded, sources.loop(), new KafkaLexicons(config));
          case OFF -> pipeline.sense(decoded, Optional.empty());
        };
    SingleOutputStreamOperator<OutputRecord> decided =
        pipeline.decide(
            decoded,
            sensed,
            sources.controls(),
            new KafkaControls(config),
            new KafkaSaidLog(config));
    AnswerSink.add(decided.getSideOutput(Streams.ANSWERS), config);
    pipeline.write(Stage.JOURNEY_KPIS, decided.getSideOutput(Streams.KPIS));
    switch (config.heartbeats()) {
      case ENGINE -> EngineHeartbeats.add(env, config, broker.touchpointPartitions());
      case SOURCES, NONE -> {}
    }
    UnclaimedState.refuse(env);
  }
}
