package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept of one customer. Immutable; every {@code with} gives a new state. The empty
 * state is that of a customer never met.
 */
public final class CustomerState {
  /**
   * The version that {@link #encode()} writes; {@link #decode} reads this and every earlier one.
   */
  public static final int VERSION = 1;

  /** A customer never met. */
  public static final CustomerState EMPTY = new CustomerState(new TreeMap<>());

  /** The name, that of no rule, under which stands the hash of the rulebook met by eviction. */
  private static final String MET = "";

  /** Before a rule's name: no line of a rulebook holds it, so no rule is called so. */
  private static final String BUSY = "\n";

  private static final Section.Form<Clock> CLOCK =
      new Section.Form<>(1, Clock.START, SectionCodecs::encodeClock, SectionCodecs::decodeClock);
  private static final Section.Form<Seen> SEEN =
      new Section.Form<>(2, Seen.NONE, Seen::encode, Seen::decode);
  private static final Section.Form<History> HISTORY =
      new Section.Form<>(3, History.EMPTY, History::encode, History::decode);
  private static final Section.Form<List<DetectedMoment>> MOMENTS =
      new Section.Form<>(4, List.of(), SectionCodecs::encodeMoments, SectionCodecs::decodeMoments);
  private static final Section.Form<List<Decision>> DECISIONS =
      new Section.Form<>(5, List.of(), DecisionCodec::encode, DecisionCodec::decode);
  private static final Section.Form<Profile> PROFILE =
      new Section.Form<>(
          6, Profile.EMPTY, SectionCodecs::encodeProfile, SectionCodecs::decodeProfile);
  private static final Section.Form<Map<String, Position>> BLOCKED =
      new Section.Form<>(7, Map.of(), SectionCodecs::encodeBlocked, SectionCodecs::decodeBlocked);
  private static final Section.Form<Map<String, Projection>> PROJECTIONS =
      new Section.Form<>(8, Map.of(), ProjectionCodec::encode, ProjectionCodec::decode);
  private static final Section.Form<String> FOLLOWED =
      new Section.Form<>(9, "", SectionCodecs::encodeText, SectionCodecs::decodeText);
  private static final Section.Form<Set<String>> SHADOW =
      new Section.Form<>(10, Set.of(), SectionCodecs::encodeTexts, SectionCodecs::decodeTexts);
  private static final Section.Form<Said> SAID =
      new Section.Form<>(11, Said.NOTHING, SaidCodec::encode, SaidCodec::decode);
  private static final Map<Integer, Section.Form<?>> FORMS =
      Stream.of(
              CLOCK,
              SEEN,
              HISTORY,
              MOMENTS,
              DECISIONS,
              PROFILE,
              BLOCKED,
              PROJECTIONS,
              FOLLOWED,
              SHADOW,
              SAID)
          .collect(Collectors.toUnmodifiableMap(Section.Form::tag, form -> form));

  /** By tag; sections of unknown tags are kept as bytes. */
  private final SortedMap<Integer, Section<?>> sections;

  private final Optional<Unreadable> unreadable;

  /** Bytes that can't be told apart into sections, and why not. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: it is kept to be written again
  private record Unreadable(byte[] bytes, String problem) {}

  private CustomerState(SortedMap<Integer, Section<?>> sections) {
    this(sections, Optional.empty());
  }

  private CustomerState(SortedMap<Integer, Section<?>> sections, Optional<Unreadable> unreadable) {
    this.sections = Collections.unmodifiableSortedMap(sections);
    this.unreadable = unreadable;
  }

  /**
   * Reads a state; its sections stay encoded until they are asked for.
   *
   * @throws IllegalStateException if the bytes are of a later version or cut
   */
  public static CustomerState decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new IllegalStateException(
          "customer state of version "
              + version
              + " can't be read by this release, which knows "
              + VERSION
              + "; restore with the release that wrote it");
    }
    SortedMap<Integer, Section<?>> sections = new TreeMap<>();
    while (!in.atEnd()) {
      int tag = (int) in.readVarint();
      sections.put(tag, form(tag).encoded(in.readBlock()));
    }
    return new CustomerState(sections);
  }

  /**
   * Reads a state, also one that is damaged: that can be written as it is, and refuses everything
   * else. So damage to one customer's state is met where it is that customer's alone.
   *
   * @throws IllegalStateException if the bytes are of a later version, as all states then are
   */
  public static CustomerState decodeOrKeep(byte[] bytes) {
    try {
      return decode(bytes);
    } catch (IllegalStateException e) {
      if (bytes.length > 0 && bytes[0] != VERSION) {
        throw e;
      }
      Unreadable damaged = new Unreadable(bytes, String.valueOf(e.getMessage()));
      return new CustomerState(new TreeMap<>(), Optional.of(damaged));
    }
  }

  /** Tags of the sections that this release knows. */
  static Set<Integer> tags() {
    return FORMS.keySet();
  }

  private static Section.Form<?> form(int tag) {
    Section.Form<?> known = FORMS.get(tag);
    return known != null ? known : new Section.Form<>(tag, new byte[0], b -> b, b -> b);
  }

  /** The binary form of {@link #VERSION}; equal states give equal bytes. */
  public byte[] encode() {
    if (unreadable.isPresent()) {
      return unreadable.get().bytes();
    }
    ByteSink out = new ByteSink();
    out.writeByte(VERSION);
    sections.values().forEach(section -> section.write(out));
    return out.toBytes();
  }

  /** Judged time and next timer. */
  public Clock clock() {
    return section(CLOCK).value();
  }

  /** Ids for dropping duplicates. */
  public Seen seen() {
    return section(SEEN).value();
  }

  /** Retained touchpoints. */
  public History history() {
    return section(HISTORY).value();
  }

  /** Standing moments, in the order of detection. */
  public List<DetectedMoment> moments() {
    return section(MOMENTS).value();
  }

  /** Decisions taken, the oldest first. */
  public List<Decision> decisions() {
    return section(DECISIONS).value();
  }

  /** What is declared about the customer. */
  public Profile profile() {
    return section(PROFILE).value();
  }

  /** By rule: no attempt starts at or before this place, as what it would need is gone. */
  public Map<String, Position> blocked() {
    return section(BLOCKED).value();
  }

  /** By signal: what is kept of touchpoints that left the history. */
  public Map<String, Projection> projections() {
    return section(PROJECTIONS).value();
  }

  /** Rows that are kept under a name, in order of their places; none where nothing is. */
  public Stream<Row> kept(String name) {
    Projection known = projections().get(name);
    return known == null ? Stream.empty() : known.rows().stream();
  }

  /**
   * The rulebook, by the first digits of its hash, of which all rules have been judged on this
   * state; empty where no other than the first was ever in force.
   */
  public String followed() {
    return section(FOLLOWED).value();
  }

  /** Ids of the moments and decisions that are only noted. */
  public Set<String> shadow() {
    return section(SHADOW).value();
  }

  /**
   * Up to which place no attempt of a rule starts. Where eviction has met the rulebook, rules that
   * are not named lost nothing since; a rulebook that it has not met yet starts behind all that was
   * evicted, as what lies before is incomplete.
   *
   * @param rulebook hash of the rulebook that the rule stands in
   */
  public Position start(String rule, String rulebook) {
    Optional<Position> met = met(rulebook);
    return met.isEmpty()
        ? history().floor()
        : Optional.ofNullable(blocked().get(rule)).or(() -> met).orElseThrow();
  }

  /**
   * Up to which place a rule starts no attempt because one of which touchpoints were evicted keeps
   * it from that.
   *
   * @param rulebook hash of the rulebook that the rule stands in
   */
  public Position busy(String rule, String rulebook) {
    return met(rulebook)
        .flatMap(met -> Optional.ofNullable(blocked().get(BUSY + rule)))
        .orElse(Position.FIRST);
  }

  /** Where rules start that lost nothing since eviction has met the rulebook, if it has. */
  private Optional<Position> met(String rulebook) {
    return Optional.ofNullable(blocked().get(MET))
        .filter(met -> met.id().equals(rulebook))
        .map(met -> met.time() == Time.FROM_EVER ? Position.FIRST : Position.after(met.time()));
  }

  /**
   * This state after an eviction that met a rulebook.
   *
   * @param starts by rule: up to which place no attempt starts from now on
   * @param busy by rule: up to which place a forgotten attempt lets none start
   */
  public CustomerState withStarts(
      Map<String, Position> starts, Map<String, Position> busy, String rulebook) {
    Optional<Position> met = met(rulebook);
    Map<String, Position> next = new TreeMap<>(met.isPresent() ? blocked() : Map.of());
    next.putAll(starts);
    busy.forEach((rule, until) -> next.put(BUSY + rule, until));
    next.put(MET, new Position(met.orElseGet(() -> history().floor()).time(), rulebook));
    return withBlocked(next);
  }

  /** The hash of the rulebook that eviction has met last; empty where there was none. */
  public Optional<String> met() {
    return Optional.ofNullable(blocked().get(MET)).map(Position::id);
  }

  /**
   * This state under another rulebook than eviction has met. Rules that are the same there keep
   * their place, all others start behind what was evicted.
   *
   * @param rulebook its hash
   * @param others names of the rules that are not the same
   */
  public CustomerState under(String rulebook, Collection<String> others) {
    Map<String, Position> next = new TreeMap<>(blocked());
    Position met = next.get(MET);
    if (met == null) {
      return this;
    }
    others.forEach(rule -> next.put(rule, history().floor()));
    others.forEach(rule -> next.remove(BUSY + rule));
    next.put(MET, new Position(met.time(), rulebook));
    return withBlocked(next);
  }

  /** This state after all rules of a rulebook were judged on it. */
  public CustomerState withFollowed(String rulebook) {
    return with(FOLLOWED, rulebook);
  }

  /** This state with other moments and decisions that are only noted. */
  public CustomerState withShadow(Set<String> ids) {
    return with(SHADOW, Set.copyOf(ids));
  }

  /** What was said before a restart and is not settled yet. */
  public Said said() {
    return section(SAID).value();
  }

  /** This state with other things that were said before a restart. */
  public CustomerState withSaid(Said said) {
    return with(SAID, said);
  }

  /** This state with another clock. */
  public CustomerState withClock(Clock clock) {
    return with(CLOCK, clock);
  }

  /** This state with other seen ids. */
  public CustomerState withSeen(Seen seen) {
    return with(SEEN, seen);
  }

  /** This state with another history. */
  public CustomerState withHistory(History history) {
    return with(HISTORY, history);
  }

  /** This state with other standing moments. */
  public CustomerState withMoments(List<DetectedMoment> moments) {
    return with(MOMENTS, List.copyOf(moments));
  }

  /** This state with other decisions. */
  public CustomerState withDecisions(List<Decision> decisions) {
    return with(DECISIONS, List.copyOf(decisions));
  }

  /** This state with another profile. */
  public CustomerState withProfile(Profile profile) {
    return with(PROFILE, profile);
  }

  /** This state with other blocked places. */
  public CustomerState withBlocked(Map<String, Position> blocked) {
    return with(BLOCKED, Map.copyOf(blocked));
  }

  /** This state with other projections. */
  public CustomerState withProjections(Map<String, Projection> projections) {
    return with(PROJECTIONS, Map.copyOf(projections));
  }

  @SuppressWarnings("unchecked") // a section under a form's tag was made by that form
  private <T> Section<T> section(Section.Form<T> form) {
    if (unreadable.isPresent()) {
      throw new IllegalStateException(unreadable.get().problem());
    }
    Section<?> known = sections.get(form.tag());
    return known != null ? (Section<T>) known : form.absent();
  }

  private <T> CustomerState with(Section.Form<T> form, T value) {
    SortedMap<Integer, Section<?>> next = new TreeMap<>(sections);
    next.put(form.tag(), section(form).with(value));
    return new CustomerState(next);
  }
}
