package io.kizashi.lab.bench;

import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Jobs that do as little as possible with the same records, in the same environment. */
final class Floors {
  private static final TypeInformation<byte[]> BYTES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  private static final TypeInformation<Tuple2<String, byte[]>> KEYED =
      Types.TUPLE(Types.STRING, BYTES);

  /** About what the engine keeps of a customer in this load: some dozen touchpoints. */
  private static final int STATE_BYTES = 1_024;

  private Floors() {}

  static void identity(StreamExecutionEnvironment env, PipelineConfig config) {
    answers(source(env, config).filter(record -> isAnswered(record.f1)).uid("answered"), config);
  }

  static void readModifyWrite(StreamExecutionEnvironment env, PipelineConfig config) {
    answers(
        source(env, config)
            .keyBy(record -> record.f0, Types.STRING)
            .process(new ReadModifyWrite())
            .returns(KEYED)
            .uid("read-modify-write"),
        config);
  }

  private static DataStream<Tuple2<String, byte[]>> source(
      StreamExecutionEnvironment env, PipelineConfig config) {
    KafkaSource<Tuple2<String, byte[]>> source =
        KafkaSource.<Tuple2<String, byte[]>>builder()
            .setBootstrapServers(config.kafka().bootstrap())
            .setTopics(config.topic(Topics.TOUCHPOINTS))
            .setGroupId(config.kafka().group())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new Deserializer())
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "source", KEYED).uid("source");
  }

  private static void answers(DataStream<Tuple2<String, byte[]>> records, PipelineConfig config) {
    KafkaSink<Tuple2<String, byte[]>> sink =
        KafkaSink.<Tuple2<String, byte[]>>builder()
            .setBootstrapServers(config.kafka().bootstrap())
            .setProperty("linger.ms", "0")
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(
                KafkaRecordSerializationSchema.<Tuple2<String, byte[]>>builder()
                    .setTopic(config.topic("recommendations"))
                    .setValueSerializationSchema(new Serializer())
                    .build())
            .build();
    records.sinkTo(sink).uid("answers");
  }

  /** Markers and probes start with their id; everything else has another first letter there. */
  private static boolean isAnswered(byte[] value) {
    int firstOfId = "{\"id\":\"".length();
    return value.length > firstOfId && (value[firstOfId] == 'm' || value[firstOfId] == 'p');
  }

  private static final class Deserializer
      implements KafkaRecordDeserializationSchema<Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(
        ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<String, byte[]>> out) {
      String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
      out.collect(Tuple2.of(key, record.value()));
    }

    @Override
    public TypeInformation<Tuple2<String, byte[]>> getProducedType() {
      return KEYED;
    }
  }

  private static final class Serializer implements SerializationSchema<Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    @Override
    public byte[] serialize(Tuple2<String, byte[]> record) {
      return record.f1;
    }
  }

  private static final class ReadModifyWrite
      extends KeyedProcessFunction<String, Tuple2<String, byte[]>, Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<byte[]> state;

    @Override
    public void open(OpenContext context) {
      state = getRuntimeContext().getState(new ValueStateDescriptor<>("state", BYTES));
    }

    @Override
    public void processElement(
        Tuple2<String, byte[]> record, Context context, Collector<Tuple2<String, byte[]>> out)
        throws Exception {
      byte[] before = state.value();
      byte[] after = before == null ? new byte[STATE_BYTES] : before.clone();
      after[0]++;
      state.update(after);
      if (isAnswered(record.f1)) {
        out.collect(record);
      }
    }
  }
}
