package io.kizashi.oracle.moments;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One rule's attempts: each walks from its anchor through the steps, taking what comes first. */
record Walk(
    RandomRulebook rulebook,
    RandomRule rule,
    List<Touchpoint> history,
    List<Touchpoint> all,
    List<Touchpoint> felt,
    Map<String, List<Touchpoint>> took) {
  /** Deadlines farther away than this are no deadlines: 1,100 days. */
  private static final long FARTHEST = 1_100 * 86_400_000L;

  /** Whether a touchpoint fits the first step. */
  boolean starts(Touchpoint anchor) {
    RandomStep first = rule.steps().get(0);
    return (first instanceof RandomStep.Event event && fits(event, anchor, List.of()))
        || (first instanceof RandomStep.Date date && states(anchor, date))
        || (first instanceof RandomStep.Turn turn
            && turns(turn, anchor)
            && !turn.isBeyond(before(anchor)));
  }

  /**
   * The attempts that a touchpoint starts: one, or of a date that comes every year one for each day
   * of it that lies ahead.
   *
   * @param newer those that newer touchpoints start
   */
  List<NaiveAttempt> from(Touchpoint anchor, List<NaiveAttempt> newer) {
    return begun(anchor).map(attempt -> from(attempt, newer)).toList();
  }

  /** The same, none of which has gone beyond its anchor. */
  Stream<NaiveAttempt> begun(Touchpoint anchor) {
    boolean named = rule.steps().get(0).named();
    NaiveAttempt attempt = NaiveAttempt.NEW.takes(anchor, named, certain(anchor));
    return rule.steps().get(0) instanceof RandomStep.Date date && date.yearly()
        ? days(anchor, date, anchor.time(), FARTHEST).stream().map(d -> attempt.on(Optional.of(d)))
        : Stream.of(attempt);
  }

  /** The days of a date that fall due behind a time, and so long after it at most. */
  private List<YearDay> days(Touchpoint told, RandomStep.Date date, long after, long most) {
    return Optional.ofNullable(told.properties().get(date.name())).stream()
        .flatMap(
            named ->
                YearDay.of(
                    named, rulebook.zone(), after + date.before(), after + date.before() + most)
                    .stream())
        .toList();
  }

  private NaiveAttempt from(NaiveAttempt begun, List<NaiveAttempt> newer) {
    NaiveAttempt attempt = first(begun, newer);
    for (int i = 1; attempt.alive() && i < rule.steps().size(); i++) {
      attempt = step(i, attempt, newer);
    }
    return except(attempt);
  }

  /** What a touchpoint says that it is about. */
  private Optional<Object> matter(Touchpoint t) {
    NaiveWorld here =
        new NaiveWorld(rulebook, history, felt, t.position(), Optional.of(t), List.of());
    return rule.by().flatMap(by -> by.single(here)).filter(matter -> !matter.equals(""));
  }

  /** Whether a touchpoint breaks the final silence of an attempt, or is excepted. */
  boolean ends(NaiveAttempt attempt, Touchpoint t) {
    RandomStep last = rule.steps().get(rule.steps().size() - 1);
    List<Touchpoint> captures = attempt.captures();
    boolean breaks =
        last instanceof RandomStep.Absence absence
            ? fits(absence.type(), absence.where(), t, captures)
            : last instanceof RandomStep.Date date
                && states(t, date)
                && !confirms(t, date, attempt.detectedAt());
    List<Touchpoint> anchor = rule.steps().get(0).named() ? List.of(attempt.anchor()) : List.of();
    return breaks || rule.unless().filter(u -> fits(u.type(), u.where(), t, anchor)).isPresent();
  }

  /** Touchpoints of an anchor's matter, and those of none. */
  List<Touchpoint> seenFrom(Touchpoint anchor) {
    if (rule.by().isEmpty()) {
      return all;
    }
    Optional<Object> own = matter(anchor);
    return all.stream()
        .filter(t -> matter(t).filter(other -> !own.equals(Optional.of(other))).isEmpty())
        .toList();
  }

  /** Whether two anchors are about the same. One that names no matter has its own. */
  boolean areOfOneMatter(Touchpoint a, Touchpoint b) {
    return rule.by().isEmpty() || (matter(a).isPresent() && matter(a).equals(matter(b)));
  }

  private boolean isLast(int step) {
    return step == rule.steps().size() - 1;
  }

  private NaiveAttempt first(NaiveAttempt attempt, List<NaiveAttempt> newer) {
    RandomStep first = rule.steps().get(0);
    Touchpoint anchor = attempt.anchor();
    if (first instanceof RandomStep.Event event) {
      return repeated(event, NaiveAttempt.NEW, anchor);
    }
    if (first instanceof RandomStep.Date date) {
      Optional<Object> named = Optional.ofNullable(anchor.properties().get(date.name()));
      Optional<Long> time =
          date.yearly() ? attempt.day().map(YearDay::time) : named.flatMap(this::time);
      Optional<Long> due = time.map(t -> t - date.before());
      return silent(
          attempt,
          due,
          other ->
              states(other, date)
                  && other.position().isAfter(anchor.position())
                  && !(due.equals(Optional.of(other.time())) && confirms(other, date, due.get())),
          isLast(0) && !date.yearly() ? Optional.of(newer) : Optional.empty());
    }
    return attempt;
  }

  private NaiveAttempt step(int i, NaiveAttempt attempt, List<NaiveAttempt> newer) {
    RandomStep step = rule.steps().get(i);
    if (step instanceof RandomStep.Event event) {
      long until = event.times() > 1 ? Long.MAX_VALUE : limit(attempt.end(), event.within());
      return next(attempt.anchor(), attempt.end(), until, t -> fits(event, t, attempt.captures()))
          .map(t -> repeated(event, attempt, t))
          .orElse(attempt.fails(Position.after(until)));
    }
    if (step instanceof RandomStep.Turn turn) {
      long until = limit(attempt.end(), turn.within());
      return next(attempt.anchor(), attempt.end(), until, t -> turns(turn, t))
          .map(t -> attempt.takes(t, turn.named(), certain(t)))
          .orElse(attempt.fails(Position.after(until)));
    }
    RandomStep.Absence absence = (RandomStep.Absence) step;
    return silent(
        attempt,
        deadline(absence.span(), attempt),
        t -> fits(absence.type(), absence.where(), t, attempt.captures()),
        isLast(i) ? Optional.of(newer) : Optional.empty());
  }

  /** Takes a touchpoint, and what repeats it. */
  private NaiveAttempt repeated(RandomStep.Event event, NaiveAttempt before, Touchpoint first) {
    NaiveAttempt attempt = before.takes(first, event.named(), certain(first));
    long until = limit(Followed.place(first), event.within());
    for (int n = 2; n <= event.times(); n++) {
      List<Touchpoint> captures = attempt.captures();
      Optional<Touchpoint> next =
          next(
              attempt.anchor(),
              attempt.end(),
              until,
              t -> fits(event.type(), event.where(), t, captures));
      if (next.isEmpty()) {
        return attempt.fails(Position.after(until));
      }
      attempt = attempt.takes(next.get(), false, certain(next.get()));
    }
    return attempt;
  }

  private Optional<Touchpoint> next(
      Touchpoint anchor, Position after, long until, Predicate<Touchpoint> fits) {
    return seenFrom(anchor).stream()
        .filter(t -> Followed.place(t).isAfter(after) && t.time() <= until)
        .filter(fits)
        .findFirst();
  }

  /**
   * Nothing that breaks may lie between the attempt's end and the deadline, by time: not in either
   * instant. In a final silence no newer attempt may be silent at the same time.
   */
  private NaiveAttempt silent(
      NaiveAttempt attempt,
      Optional<Long> by,
      Predicate<Touchpoint> breaks,
      Optional<List<NaiveAttempt>> newer) {
    long since = attempt.end().time();
    if (by.isEmpty() || by.get() <= since || by.get() - since > FARTHEST) {
      return attempt.fails(attempt.end());
    }
    long deadline = by.get();
    NaiveAttempt silent = newer.isPresent() ? attempt.isSilent() : attempt;
    Stream<Position> broken =
        seenFrom(attempt.anchor()).stream()
            .filter(t -> t.time() >= since && t.time() <= deadline)
            .filter(t -> !aside(attempt.evidence(), t))
            .filter(breaks)
            .map(Touchpoint::position);
    Stream<Position> replaced =
        newer.stream()
            .flatMap(List::stream)
            .filter(it -> areOfOneMatter(it.anchor(), attempt.anchor()))
            .flatMap(it -> meeting(it, attempt.end(), deadline).stream());
    return Stream.concat(broken, replaced)
        .min(Comparator.naturalOrder())
        .map(silent::fails)
        .orElse(silent.reaches(deadline, deadline + rulebook.disorder()));
  }

  /** Where a newer attempt is silent at the same time as one that is so from a place on. */
  private static Optional<Position> meeting(NaiveAttempt newer, Position from, long deadline) {
    return newer
        .silentSince()
        .filter(since -> since.time() <= deadline && newer.end().compareTo(from) >= 0)
        .map(since -> since.compareTo(from) >= 0 ? since : from);
  }

  /** Whether an attempt took a touchpoint, or a moment that it took did. */
  private boolean aside(List<Touchpoint> taken, Touchpoint t) {
    return taken.contains(t)
        || taken.stream().anyMatch(it -> aside(took.getOrDefault(it.id(), List.of()), t));
  }

  /** What the rule excepts ends an attempt where it lies. */
  private NaiveAttempt except(NaiveAttempt attempt) {
    Touchpoint anchor = attempt.anchor();
    List<Touchpoint> captures = rule.steps().get(0).named() ? List.of(anchor) : List.of();
    Optional<Position> exception =
        seenFrom(anchor).stream()
            .filter(t -> t.time() >= anchor.time() && t.time() <= attempt.end().time())
            .filter(t -> !aside(attempt.evidence(), t))
            .filter(
                t -> rule.unless().filter(u -> fits(u.type(), u.where(), t, captures)).isPresent())
            .map(Touchpoint::position)
            .findFirst();
    if (exception.isEmpty()) {
      return attempt;
    }
    boolean tooEarly =
        attempt.silentSince().filter(it -> exception.get().time() <= it.time()).isPresent();
    NaiveAttempt excepted = attempt.fails(exception.get());
    return tooEarly ? excepted.neverSilent() : excepted;
  }

  private boolean fits(RandomStep.Event event, Touchpoint t, List<Touchpoint> captures) {
    List<Touchpoint> known = new ArrayList<>(captures);
    if (event.speaksOfItself()) {
      known.add(t);
    }
    return fits(event.type(), event.where(), t, known);
  }

  private boolean fits(String type, Expr where, Touchpoint t, List<Touchpoint> captures) {
    boolean wanted =
        type.equals(Visit.ENDED)
            ? Visit.isEnd(t)
            : !Visit.isEnd(t)
                && (type.equals(t.type()) || (type.equals("any") && !Followed.isMoment(t.type())));
    return wanted
        && where.holds(
            new NaiveWorld(rulebook, history, felt, t.position(), Optional.of(t), captures));
  }

  private static boolean states(Touchpoint t, RandomStep.Date date) {
    return t.type().equals("profile_updated") && t.properties().containsKey(date.name());
  }

  /** Whether it says of a date that comes every year that it falls due just then. */
  private boolean confirms(Touchpoint t, RandomStep.Date date, long due) {
    return date.yearly() && !days(t, date, due - 1, 1).isEmpty();
  }

  private boolean turns(RandomStep.Turn turn, Touchpoint t) {
    NaiveWorld here =
        new NaiveWorld(rulebook, history, felt, t.position(), Optional.of(t), List.of());
    boolean felt = this.felt.stream().anyMatch(f -> f.position().equals(t.position()));
    boolean says = !Visit.isEnd(t) && (NaiveFeeling.speaks(t) || felt);
    return says && turn.isBeyond(here.feeling());
  }

  /** How the customer felt at a touchpoint's time without it and all behind it. */
  private NaiveFeeling before(Touchpoint touchpoint) {
    Stream<Touchpoint> earlier =
        Stream.concat(history.stream(), felt.stream())
            .filter(t -> touchpoint.position().isAfter(t.position()));
    return NaiveFeeling.of(NaiveFading.of(rulebook), earlier, touchpoint.time());
  }

  /** The end of a session is believed once no touchpoint can arrive that prolongs it. */
  private long certain(Touchpoint t) {
    return Visit.isEnd(t) ? t.time() + rulebook.disorder() : Long.MIN_VALUE;
  }

  private static long limit(Position from, Optional<Long> within) {
    return within.map(span -> from.time() + span).orElse(Long.MAX_VALUE);
  }

  private Optional<Long> deadline(RandomStep.Span span, NaiveAttempt attempt) {
    long from = attempt.end().time();
    if (span instanceof RandomStep.Span.For length) {
      return Optional.of(from + length.millis());
    }
    if (span instanceof RandomStep.Span.Business business) {
      LocalDateTime local = Instant.ofEpochMilli(from).atZone(rulebook.zone()).toLocalDateTime();
      LocalDate day = rulebook.calendar().after(local.toLocalDate(), business.days());
      ZonedDateTime end = day.atTime(local.toLocalTime()).atZone(rulebook.zone());
      return Optional.of(end.toInstant().toEpochMilli());
    }
    RandomStep.Span.Until until = (RandomStep.Span.Until) span;
    NaiveWorld here =
        new NaiveWorld(
            rulebook, history, felt, attempt.end(), Optional.empty(), attempt.captures());
    return until
        .value()
        .value(here)
        .flatMap(value -> NaiveTimes.end(value, rulebook.zone()))
        .map(time -> time + until.grace());
  }

  /** A time as data name it: RFC 3339, a date, milliseconds, or a timestamp of CEL. */
  private Optional<Long> time(Object value) {
    return NaiveTimes.read(value, rulebook.zone());
  }
}
