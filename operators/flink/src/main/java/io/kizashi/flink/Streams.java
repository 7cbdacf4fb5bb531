package io.kizashi.flink;

import io.kizashi.flink.control.ControlRecord;
import io.kizashi.schema.Control;
import io.kizashi.schema.state.CustomerState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** Types of the job's streams and state, and the tags of its side outputs. */
public final class Streams {
  /** What is read. */
  public static final TypeInformation<RawRecord> RAW = TypeInformation.of(RawRecord.class);

  /** What comes to customers. */
  public static final TypeInformation<Arrival> ARRIVALS =
      new BlobType<>(Arrival.class, new ArrivalSerializer());

  /** What comes over the control input. */
  public static final TypeInformation<Control> CONTROL =
      new BlobType<>(Control.class, new ControlSerializer());

  /** What is written. */
  public static final TypeInformation<OutputRecord> OUTPUT = TypeInformation.of(OutputRecord.class);

  /** Moments, detected and retracted. */
  public static final OutputTag<OutputRecord> MOMENTS = new OutputTag<>("moments", OUTPUT);

  /** Records that were not taken in. */
  public static final OutputTag<OutputRecord> REJECTED = new OutputTag<>("rejected", OUTPUT);

  /** What tasks made of rulebooks. */
  public static final OutputTag<OutputRecord> RULEBOOK_STATUS =
      new OutputTag<>("rulebook-status", OUTPUT);

  /** What rules in shadow would have done. */
  public static final OutputTag<OutputRecord> SHADOW = new OutputTag<>("shadow", OUTPUT);

  /** Counts of what was decided. */
  public static final OutputTag<OutputRecord> KPIS = new OutputTag<>("journey-kpis", OUTPUT);

  /** Answers to what people ask of customers. */
  public static final OutputTag<OutputRecord> ANSWERS = new OutputTag<>("answers", OUTPUT);

  static final TypeInformation<ControlRecord> CONTROL_RECORD =
      new BlobType<>(ControlRecord.class, new ControlRecordSerializer());

  static final TypeInformation<CustomerState> STATE =
      new BlobType<>(CustomerState.class, new CustomerStateSerializer());

  private Streams() {}
}
