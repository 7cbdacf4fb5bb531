package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

  private static final Section.Form<Clock> CLOCK =
      new Section.Form<>(1, Clock.START, SectionCodecs::encodeClock, SectionCodecs::decodeClock);
  private static final Section.Form<Seen> SEEN =
      new Section.Form<>(2, Seen.NONE, Seen::encode, Seen::decode);
  private static final Section.Form<History> HISTORY =
      new Section.Form<>(3, History.EMPTY, History::encode, History::decode);
  private static final Section.Form<List<DetectedMoment>> MOMENTS =
      new Section.Form<>(4, List.of(), SectionCodecs::encodeMoments, SectionCodecs::decodeMoments);
  private static final Section.Form<List<Decision>> DECISIONS =
      new Section.Form<>(
          5, List.of(), SectionCodecs::encodeDecisions, SectionCodecs::decodeDecisions);
  private static final Section.Form<Profile> PROFILE =
      new Section.Form<>(
          6, Profile.EMPTY, SectionCodecs::encodeProfile, SectionCodecs::decodeProfile);
  private static final Section.Form<Map<String, Position>> BLOCKED =
      new Section.Form<>(7, Map.of(), SectionCodecs::encodeBlocked, SectionCodecs::decodeBlocked);
  private static final Map<Integer, Section.Form<?>> FORMS =
      Map.of(1, CLOCK, 2, SEEN, 3, HISTORY, 4, MOMENTS, 5, DECISIONS, 6, PROFILE, 7, BLOCKED);

  /** By tag; sections of unknown tags are kept as bytes. */
  private final SortedMap<Integer, Section<?>> sections;

  private CustomerState(SortedMap<Integer, Section<?>> sections) {
    this.sections = Collections.unmodifiableSortedMap(sections);
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

  private static Section.Form<?> form(int tag) {
    Section.Form<?> known = FORMS.get(tag);
    return known != null ? known : new Section.Form<>(tag, new byte[0], b -> b, b -> b);
  }

  /** The binary form of {@link #VERSION}; equal states give equal bytes. */
  public byte[] encode() {
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

  /**
   * Up to which place no attempt of a rule starts. A rule that eviction has not met yet starts
   * behind all that was evicted: what lies before is incomplete.
   */
  public Position start(String rule) {
    return blocked().getOrDefault(rule, history().floor());
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

  @SuppressWarnings("unchecked") // a section under a form's tag was made by that form
  private <T> Section<T> section(Section.Form<T> form) {
    Section<?> known = sections.get(form.tag());
    return known != null ? (Section<T>) known : form.absent();
  }

  private <T> CustomerState with(Section.Form<T> form, T value) {
    SortedMap<Integer, Section<?>> next = new TreeMap<>(sections);
    next.put(form.tag(), section(form).with(value));
    return new CustomerState(next);
  }
}
