package io.kizashi.oracle.decisions;

import io.kizashi.schema.Pause;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is decided where everything is judged in order, written down as plainly as can be, for
 * anyone to check. It shares nothing with the engine but the nouns, and looks at everything again
 * for every question.
 */
final class DecisionModel {
  private final PolicyRulebook book;
  private final List<Touchpoint> known;
  private final PolicyModel law;

  /** What was issued or waits. */
  private final List<TakenAction> taken = new ArrayList<>();

  /** Those too that were not sent in the end. */
  private final List<TakenAction> made = new ArrayList<>();

  private final List<TakenAction> held = new ArrayList<>();
  private final List<Touchpoint> open = new ArrayList<>();
  private final List<DecisionTrace> told = new ArrayList<>();

  private DecisionModel(PolicyRulebook book, List<Touchpoint> known) {
    this.book = book;
    this.known = known;
    this.law = new PolicyModel(book, known);
  }

  /** Everything that is decided, in order. */
  static List<DecisionTrace> decisions(PolicyStory story) {
    DecisionModel model = new DecisionModel(story.book(), story.known());
    for (Touchpoint touchpoint : model.known) {
      model.release(touchpoint.time() - 1);
      if (story.book().rule(touchpoint).isPresent()) {
        model.open.add(touchpoint);
        model.decide(touchpoint);
      }
    }
    model.release(Long.MAX_VALUE);
    return model.told.stream().sorted().toList();
  }

  /** Sends what waited up to a time, if it still may be sent. */
  private void release(long until) {
    held.sort(Comparator.comparingLong(TakenAction::sendAt));
    while (!held.isEmpty() && held.get(0).sendAt() <= until) {
      TakenAction next = held.remove(0);
      Position then = Position.after(next.sendAt());
      Optional<String> forbidden = forbidden(next, then);
      told.add(DecisionTrace.released(next.cause().time(), next.trigger(), forbidden.orElse("")));
      if (forbidden.isPresent()) {
        taken.remove(next);
        open.add(next.moment());
      }
    }
  }

  private void decide(Touchpoint cause) {
    open.removeIf(moment -> moment.time() + openFor(moment) <= cause.time());
    List<Choice> choices = new ArrayList<>();
    for (Touchpoint moment : open) {
      for (RandomAction deed : book.deeds()) {
        if (deed.answers().contains(moment.type())) {
          choices.add(choice(deed, moment, cause));
        }
      }
    }
    choices.sort(this::compare);
    Optional<Choice> chosen = choices.stream().findFirst().filter(Choice::wins);
    chosen.ifPresent(
        best -> {
          taken.add(best.way());
          made.add(best.way());
          open.remove(best.way().moment());
          if (best.way().sendAt() > cause.time()) {
            held.add(best.way());
          }
        });
    List<String> losers =
        choices.stream()
            .filter(it -> !chosen.equals(Optional.of(it)))
            .map(it -> lost(it, chosen))
            .toList();
    String what =
        chosen
            .map(
                it ->
                    DecisionTrace.plan(
                        it.way().plan(), PolicyRulebook.moment(it.way().moment()), it.score()))
            .orElse(DecisionTrace.NOTHING);
    told.add(DecisionTrace.decided(cause.time(), cause.id(), what, losers));
  }

  private long openFor(Touchpoint moment) {
    return book.rule(moment).orElseThrow().openFor();
  }

  /** An action for a moment, on its best channel, or on the one that came furthest. */
  private record Choice(TakenAction way, Optional<String> forbidden, double score) {
    boolean wins() {
      return forbidden.isEmpty() && score > 0;
    }
  }

  private String lost(Choice loser, Optional<Choice> chosen) {
    boolean lower = loser.wins() && chosen.filter(best -> tier(best) < tier(loser)).isPresent();
    String reason = loser.forbidden().orElse(lower ? "lower_tier" : "outscored");
    return DecisionTrace.lost(
        loser.way().deed().name(), PolicyRulebook.moment(loser.way().moment()), reason);
  }

  private int tier(Choice choice) {
    return book.policies().tier(choice.way().deed().kind());
  }

  /** The best first. */
  private int compare(Choice a, Choice b) {
    return Comparator.comparing((Choice choice) -> !choice.wins())
        .thenComparing(this::tier)
        .thenComparing(choice -> -choice.score())
        .thenComparing(choice -> choice.way().deed().name())
        .thenComparing(choice -> -choice.way().moment().time())
        .thenComparing(choice -> PolicyRulebook.moment(choice.way().moment()))
        .compare(a, b);
  }

  private Choice choice(RandomAction deed, Touchpoint moment, Touchpoint cause) {
    Position at = cause.position();
    List<Choice> ways =
        deed.channels().stream()
            .map(channel -> way(deed, moment, channel, cause))
            .map(way -> new Choice(way, forbidden(way, at).or(() -> wordless(way)), 0))
            .toList();
    Choice best =
        ways.stream()
            .filter(way -> way.forbidden().isEmpty())
            .min(
                Comparator.comparing((Choice it) -> it.way().sendAt())
                    .thenComparing(it -> !isPreferred(it.way().channel(), at))
                    .thenComparing(it -> -response(it.way().channel(), at)))
            .orElseGet(
                () ->
                    ways.stream().max(Comparator.comparing(DecisionModel::distance)).orElseThrow());
    return new Choice(best.way(), best.forbidden(), score(best.way(), at).orElse(0.0));
  }

  /** How far it came. */
  private static int distance(Choice choice) {
    return DecisionTrace.REASONS.indexOf(choice.forbidden().orElse(""));
  }

  private TakenAction way(RandomAction deed, Touchpoint moment, String channel, Touchpoint cause) {
    NaiveFacts world = law.at(cause.position());
    ZoneId zone = world.zone(book.zone());
    long due = Math.max(cause.time(), moment.time() + deed.timing().after());
    long earliest =
        deed.timing().responsive()
            ? NaiveHours.known(world, channel, zone, made).soonest(due)
            : due;
    long sendAt =
        book.policies()
            .quiet()
            .filter(quiet -> quiet.hold() && law.isQuiet(deed, channel, earliest, cause.position()))
            .map(quiet -> quiet.end(earliest, zone))
            .orElse(earliest);
    return new TakenAction(cause.position(), cause.id(), deed, moment, channel, sendAt);
  }

  private Optional<Double> score(TakenAction way, Position at) {
    return way.deed().worth().score(about(way.moment(), at));
  }

  private NaiveFacts about(Touchpoint moment, Position at) {
    return new NaiveFacts(known, at, Optional.of(moment));
  }

  /** Why something may not be done at a place; empty where it may. */
  private Optional<String> forbidden(TakenAction way, Position at) {
    RandomAction deed = way.deed();
    if (!PolicyRulebook.reaches(deed)) {
      return Optional.of("not_in_rollout");
    }
    boolean holds = deed.when().map(when -> when.holds(about(way.moment(), at))).orElse(true);
    if (!holds || score(way, at).isEmpty()) {
      return Optional.of("not_eligible");
    }
    if (law.lacksConsent(deed, way.channel(), at, made)) {
      return Optional.of("no_consent");
    }
    if (law.isGuarded(deed.kind(), at)) {
      return Optional.of("upset");
    }
    if (law.isRefused(deed, at, made)) {
      return Optional.of("declined_before");
    }
    if (book.policies().pauses().stream().anyMatch(pause -> covers(pause, way))) {
      return Optional.of("paused");
    }
    if (law.limit(way, at, taken).isPresent()) {
      return Optional.of("capped");
    }
    return law.isQuiet(deed, way.channel(), way.sendAt(), at)
        ? Optional.of("quiet_hours")
        : Optional.empty();
  }

  private static boolean covers(Pause.Target pause, TakenAction way) {
    return (pause.kind().isEmpty() || pause.kind().equals(way.deed().kind().wire()))
        && (pause.channel().isEmpty() || pause.channel().equals(way.channel()));
  }

  private static Optional<String> wordless(TakenAction way) {
    boolean complete =
        !way.deed().wordy().contains(way.channel())
            || way.moment().properties().containsKey("word");
    return complete ? Optional.empty() : Optional.of("content_incomplete");
  }

  private boolean isPreferred(String channel, Position at) {
    return law.at(at).customer("preferredChannel").equals(Optional.of(channel));
  }

  private double response(String channel, Position at) {
    return NaiveMessage.response(NaiveMessage.known(law.at(at), made), channel, at.time());
  }
}
