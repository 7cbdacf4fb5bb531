package io.kizashi.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.flink.control.ControlRecord;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class SerializersTest {
  @Test
  void aCustomersStateComesBackFromItsBytes() throws IOException {
    CustomerState state = CustomerState.EMPTY.withClock(new Clock(5, 7));

    CustomerState back = throughBytes(Streams.STATE, state);

    assertThat(back.clock()).isEqualTo(new Clock(5, 7));
    assertThat(back.encode()).isEqualTo(state.encode());
  }

  @Test
  void aTouchpointComesBackFromItsBytesWithItsOrigin() throws IOException {
    Arrival arrived = Records.arrived(Records.cart("e-1", "客-1", Records.TEN), 41);

    assertThat(throughBytes(Streams.ARRIVALS, arrived)).isEqualTo(arrived);
  }

  @Test
  void whatPeopleSayComesBackFromItsBytes() throws IOException {
    Publication large = Records.publication(3, "# 規則\n".repeat(20_000));
    Pause pause = new Pause(new Pause.Target("", "line", ""), true, "kenji", "");
    ControlRecord record = new ControlRecord(ControlRecord.Kind.REFUSED, Long.MIN_VALUE, large);

    assertThat(throughBytes(Streams.CONTROL, large)).isEqualTo(large);
    assertThat(throughBytes(Streams.CONTROL, pause)).isEqualTo(pause);
    Inquiry inquiry = new Inquiry("i-1", CustomerKey.guest("客"), 7);
    assertThat(throughBytes(Streams.CONTROL, inquiry)).isEqualTo(inquiry);
    assertThat(throughBytes(Streams.CONTROL_RECORD, record)).isEqualTo(record);
  }

  @Test
  void theBytesOfAPauseStayAsTheyAre() {
    Pause pause = new Pause(new Pause.Target("", "line", ""), true, "kenji", "");

    byte[] bytes = new ControlSerializer().encode(pause);

    assertThat(bytes).startsWith(2, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(bytes).endsWith(ControlJson.encode(pause));
  }

  @Test
  void theBytesOfAnInquiryStayAsTheyAre() {
    byte[] bytes = new ControlSerializer().encode(new Inquiry("i-1", CustomerKey.customer("c"), 7));

    assertThat(bytes).startsWith(4, 0, 0, 0, 0, 0, 0, 0, 7);
    assertThat(new String(bytes, 9, bytes.length - 9, StandardCharsets.UTF_8))
        .isEqualTo("{\"control\":\"inquiry\",\"id\":\"i-1\",\"customer\":\"c\"}");
  }

  @Test
  void aControlOfAnUnknownKindIsRefused() {
    byte[] bytes =
        new ControlSerializer()
            .encode(new Pause(new Pause.Target("", "line", ""), true, "kenji", ""));
    bytes[0] = 5;

    assertThatThrownBy(() -> new ControlSerializer().decode(bytes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a control of kind 5");
  }

  @Test
  void anArrivalOfAnUnknownKindIsRefused() {
    byte[] bytes =
        new ArrivalSerializer()
            .encode(Records.arrived(Records.cart("e-1", "c-1", Records.TEN), 41));
    assertThat(bytes[0]).isEqualTo((byte) 1);
    bytes[0] = 3;

    assertThatThrownBy(() -> new ArrivalSerializer().decode(bytes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("an arrival of kind 3");
  }

  @Test
  void bytesAreCopiedWithoutBeingRead() throws IOException {
    Arrival arrived = Records.arrived(Records.cart("e-1", "c-1", Records.TEN), 41);
    TypeSerializer<Arrival> serializer = serializer(Streams.ARRIVALS);
    DataOutputSerializer first = new DataOutputSerializer(64);
    DataOutputSerializer second = new DataOutputSerializer(64);
    serializer.serialize(arrived, first);

    serializer.copy(new DataInputDeserializer(first.getCopyOfBuffer()), second);

    assertThat(second.getCopyOfBuffer()).isEqualTo(first.getCopyOfBuffer());
  }

  @Test
  void aSavepointNamesTheSnapshotClassThatIsFinal() throws IOException {
    TypeSerializerSnapshot<CustomerState> written =
        serializer(Streams.STATE).snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, written);

    TypeSerializerSnapshot<CustomerState> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(written.getClass().getName())
        .isEqualTo("io.kizashi.flink.CustomerStateSerializerSnapshot");
    assertThat(read.restoreSerializer()).isInstanceOf(CustomerStateSerializer.class);
    assertThat(written.resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
  }

  @Test
  void noStreamFallsBackToKryo() {
    assertThat(Streams.RAW).isInstanceOf(PojoTypeInfo.class);
    assertThat(Streams.OUTPUT).isInstanceOf(PojoTypeInfo.class);
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    assertThat(Streams.RAW.createSerializer(config)).isNotNull();
    assertThat(Streams.OUTPUT.createSerializer(config)).isNotNull();
  }

  @Test
  void anOutputRecordComesBackFromItsBytes() throws IOException {
    OutputRecord record = new OutputRecord(new byte[] {1}, new byte[] {2, 3}, "t", "i", 9);

    OutputRecord back = throughBytes(Streams.OUTPUT, record);

    assertThat(back).usingRecursiveComparison().isEqualTo(record);
  }

  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static <T> T throughBytes(TypeInformation<T> type, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer(type).serialize(value, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    T back = serializer(type).deserialize(in);
    assertThat(in.available()).isZero();
    return back;
  }
}
