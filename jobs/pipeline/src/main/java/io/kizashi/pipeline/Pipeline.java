package io.kizashi.pipeline;

import io.kizashi.flink.Arrival;
import io.kizashi.flink.DecodeOperator;
import io.kizashi.flink.OutputRecord;
import io.kizashi.flink.PersonsOperator;
import io.kizashi.flink.RawRecord;
import io.kizashi.flink.Streams;
import io.kizashi.flink.control.ControlsSoFar;
import io.kizashi.flink.learning.ExperienceFunction;
import io.kizashi.flink.learning.LexiconOperator;
import io.kizashi.flink.recall.SaidLog;
import io.kizashi.flink.sensing.LearnedSenseFunction;
import io.kizashi.flink.sensing.LexiconSource;
import io.kizashi.flink.sensing.SenseFunction;
import io.kizashi.schema.Control;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.text.Witness;
import io.kizashi.text.learning.Experience;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The trip of a touchpoint: decode, senses, persons, sinks. Sources and sinks come from outside, so
 * that a replay runs the same operators as the live engine.
 */
final class Pipeline {
  private final DecodeOperator decode;
  private final Sensing sensing;
  private final RulebookDocument rulebook;
  private final Function<Stage, Sink<OutputRecord>> sinks;

  /**
   * Prepares the operators.
   *
   * @param sensing whether words and survey answers give an emotion
   * @param rulebook the first one, which travels with the job
   * @param sinks gives the sink of a stage
   * @throws EnvironmentFailure if there is a scorer of the company's that can't be used
   */
  Pipeline(
      DecodeOperator decode,
      Sensing sensing,
      RulebookDocument rulebook,
      Function<Stage, Sink<OutputRecord>> sinks) {
    // A scorer that can't be used is told of here, not by tasks that start again and again.
    sensing.senses(() -> {});
    this.decode = decode;
    this.sensing = sensing;
    this.rulebook = rulebook;
    this.sinks = sinks;
  }

  /** Decodes in the tasks that read, so that nothing is sent twice. */
  SingleOutputStreamOperator<Arrival> decode(DataStream<RawRecord> touchpoints) {
    SingleOutputStreamOperator<Arrival> decoded =
        touchpoints.transform(Stage.DECODE.uid(), Streams.ARRIVALS, decode);
    return named(Stage.DECODE, decoded).setParallelism(touchpoints.getParallelism());
  }

  /**
   * Senses where it was decoded, record by record.
   *
   * @param learned lexicons of a file
   */
  SingleOutputStreamOperator<Arrival> sense(
      SingleOutputStreamOperator<Arrival> decoded, Optional<Path> learned) {
    return switch (sensing) {
      case ON ->
          named(Stage.SENSES, decoded.map(new SenseFunction(source(learned)), Streams.ARRIVALS))
              .setParallelism(decoded.getParallelism());
      case OFF -> decoded;
    };
  }

  private static LexiconSource source(Optional<Path> file) {
    // A path itself is no Java-serializable object.
    return file.map(path -> path.toAbsolutePath().toString())
        .<LexiconSource>map(path -> () -> LearnedFile.read(Path.of(path)))
        .orElse(LexiconSource.NONE);
  }

  /**
   * Senses by what is learned meanwhile, and learns.
   *
   * @param loop what the engine has told itself; what it learns is written there, so that the graph
   *     has no circle
   * @param soFar the same as it stands when a task opens
   */
  SingleOutputStreamOperator<Arrival> senseAndLearn(
      SingleOutputStreamOperator<Arrival> decoded,
      DataStream<RawRecord> loop,
      LexiconSource soFar) {
    write(Stage.LOOP, learn(decoded));
    return named(
            Stage.SENSES,
            decoded
                .connect(loop.broadcast(LearnedSenseFunction.LEXICONS))
                .process(new LearnedSenseFunction(soFar), Streams.ARRIVALS))
        .setParallelism(decoded.getParallelism());
  }

  private static DataStream<OutputRecord> learn(SingleOutputStreamOperator<Arrival> decoded) {
    SingleOutputStreamOperator<Arrival> told =
        named(Stage.TOLD, decoded.filter(Pipeline::mayTell))
            .setParallelism(decoded.getParallelism());
    SingleOutputStreamOperator<Experience> experiences =
        named(
            Stage.EXPERIENCES,
            told.keyBy(Arrival::key, Types.STRING)
                .process(new ExperienceFunction(), TypeInformation.of(Experience.class)));
    return named(
            Stage.LEXICON,
            experiences.transform(Stage.LEXICON.uid(), Streams.OUTPUT, new LexiconOperator()))
        .setParallelism(1);
  }

  private static boolean mayTell(Arrival arrival) {
    return arrival.brings().filter(Witness::mayTell).isPresent();
  }

  /**
   * Decides and writes; gives what else may be written.
   *
   * @param decoded from where rejections come
   * @param sensed the same touchpoints with their emotions
   * @param soFar what people have said when a task opens
   * @param log what the engine has said by then
   */
  SingleOutputStreamOperator<OutputRecord> decide(
      SingleOutputStreamOperator<Arrival> decoded,
      SingleOutputStreamOperator<Arrival> sensed,
      DataStream<Control> control,
      ControlsSoFar soFar,
      SaidLog log) {
    SingleOutputStreamOperator<OutputRecord> persons =
        named(
            Stage.PERSONS,
            sensed
                .keyBy(Arrival::key, Types.STRING)
                .connect(control.broadcast())
                .transform(
                    Stage.PERSONS.uid(),
                    Streams.OUTPUT,
                    new PersonsOperator(rulebook, soFar, log)));
    write(Stage.RECOMMENDATIONS, persons);
    write(Stage.MOMENTS, persons.getSideOutput(Streams.MOMENTS));
    write(Stage.SHADOW, persons.getSideOutput(Streams.SHADOW));
    write(Stage.RULEBOOK_STATUS, persons.getSideOutput(Streams.RULEBOOK_STATUS));
    write(
        Stage.REJECTED,
        decoded.getSideOutput(Streams.REJECTED).union(persons.getSideOutput(Streams.REJECTED)));
    return persons;
  }

  /** Writes to the sink of a stage. */
  void write(Stage stage, DataStream<OutputRecord> records) {
    records.sinkTo(sinks.apply(stage)).name(stage.uid()).uid(stage.uid());
  }

  static <T> SingleOutputStreamOperator<T> named(
      Stage stage, SingleOutputStreamOperator<T> stream) {
    return stream.name(stage.uid()).uid(stage.uid());
  }
}
