package io.kizashi.flink.freeze;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Thaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task's frozen customers, with what came for them since. Who is frozen is known without asking
 * the store; what a method changes is the current key's, and must be the customer's that it names.
 */
public final class FrozenCustomers {
  /** Stands in every savepoint: under another name all would be thawed. */
  private static final String MARKS = "frozen";

  /** Stands in every savepoint: under another name what waits would be lost. */
  private static final String TOUCHPOINTS = "frozen-touchpoints";

  private static final Logger LOG = LoggerFactory.getLogger(FrozenCustomers.class);

  /** No thaw was ever asked for. */
  private static final long NO_ORDER = -1;

  private final KeyedStateBackend<String> backend;
  private final ValueState<byte[]> marks;
  private final ListState<byte[]> touchpoints;
  private final String build;

  /** With each, how many touchpoints are kept. */
  private final Map<String, Integer> customers = new TreeMap<>();

  private long lastOrder = NO_ORDER;

  /** Those that the restored state holds. */
  public FrozenCustomers(RuntimeContext context, KeyedStateBackend<String> backend)
      throws Exception {
    this(context, backend, Build.own());
  }

  FrozenCustomers(RuntimeContext context, KeyedStateBackend<String> backend, String build)
      throws Exception {
    this.backend = backend;
    this.build = build;
    this.marks =
        context.getState(
            new ValueStateDescriptor<>(
                MARKS, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    this.touchpoints =
        context.getListState(
            new ListStateDescriptor<>(
                TOUCHPOINTS, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    for (String customer : restored()) {
      backend.setCurrentKey(customer);
      customers.put(customer, held().size());
    }
  }

  private List<String> restored() {
    try (Stream<String> keys = backend.getKeys(MARKS, VoidNamespace.INSTANCE)) {
      return keys.toList();
    }
  }

  /** Whether nothing is decided for a customer. */
  public boolean isFrozen(String customer) {
    return !customers.isEmpty() && customers.containsKey(customer);
  }

  /** What failed for the current customer, who is frozen. */
  public Defect defect() throws Exception {
    return mark().defect();
  }

  /** When the first touchpoint came that waits for the current customer's thaw, if one does. */
  public OptionalLong since() throws Exception {
    return held().stream().mapToLong(it -> it.touchpoint().time()).findFirst();
  }

  /** How many touchpoints wait for a customer's thaw. */
  public int waiting(String customer) {
    return customers.getOrDefault(customer, 0);
  }

  /** How many there are. */
  public int count() {
    return customers.size();
  }

  /** All of them. */
  public List<String> all() {
    return List.copyOf(customers.keySet());
  }

  /** Those for whom another build than this one has failed. */
  public List<String> ofOtherBuilds() throws Exception {
    List<String> found = new ArrayList<>();
    for (String customer : customers.keySet()) {
      backend.setCurrentKey(customer);
      Freeze mark = mark();
      if (mark.isWhole() && !mark.build().equals(build)) {
        found.add(customer);
      }
    }
    return found;
  }

  /** Whether staff mean a customer who is frozen here; asked of every thaw once. */
  public boolean isMeant(Thaw thaw) throws Exception {
    lastOrder = Math.max(lastOrder, thaw.offset());
    String customer = thaw.customer().text();
    if (!isFrozen(customer)) {
      return false;
    }
    backend.setCurrentKey(customer);
    Freeze mark = mark();
    if (!mark.isWhole()) {
      LOG.warn(
          "a customer stays frozen: of the touchpoints since {} more came than are kept",
          mark.defect().text());
    }
    return mark.isWhole() && thaw.offset() > mark.order();
  }

  /** Decides nothing for the current customer from now on. */
  public void freeze(String customer, Defect defect) throws Exception {
    marks.update(new Freeze(build, lastOrder, true, defect).encode());
    customers.put(customer, 0);
  }

  /**
   * Keeps a touchpoint of the current customer, who is frozen. One that can't be kept ends all hope
   * of a thaw: an order that is forgotten would make a cart seem abandoned.
   *
   * @return why it can't be kept, if {@link Bounds#FROZEN_TOUCHPOINTS} are
   */
  public Optional<Defect> hold(String customer, Held held) throws Exception {
    int kept = customers.getOrDefault(customer, 0);
    if (kept >= Bounds.FROZEN_TOUCHPOINTS) {
      marks.update(mark().torn().encode());
      return Optional.of(Defect.full(Bounds.FROZEN_TOUCHPOINTS));
    }
    touchpoints.add(held.encode());
    customers.put(customer, kept + 1);
    return Optional.empty();
  }

  /** Lets the current customer go, and gives what came meanwhile, the oldest first. */
  public List<Held> release(String customer) throws Exception {
    List<Held> held = held();
    marks.clear();
    touchpoints.clear();
    customers.remove(customer);
    return held;
  }

  /** What waits for the current customer, who stays frozen, counts as told from now on. */
  public List<Held> tell() throws Exception {
    List<Held> held = held();
    touchpoints.update(held.stream().map(it -> it.told().encode()).toList());
    return held.stream().filter(it -> !it.isTold()).toList();
  }

  private List<Held> held() throws Exception {
    List<Held> held = new ArrayList<>();
    for (byte[] bytes : touchpoints.get()) {
      held.add(Held.decode(bytes));
    }
    return held;
  }

  private Freeze mark() throws Exception {
    byte @Nullable [] bytes = marks.value();
    if (bytes == null) {
      throw new IllegalStateException("a frozen customer has no mark; restore an older checkpoint");
    }
    return Freeze.decode(bytes);
  }
}
