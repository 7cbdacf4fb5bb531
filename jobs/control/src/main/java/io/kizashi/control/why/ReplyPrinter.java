package io.kizashi.control.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.explain.TimeWords;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Score;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.reply.Decided.Fate;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tells in words what a running engine answered of a customer: its record, as JSON. */
public final class ReplyPrinter {
  private final Language language;
  private final Phrases words;
  private final PrintWriter out;

  /** Tells it to a printer, by a line. */
  public ReplyPrinter(Language language, PrintWriter out) {
    this.language = language;
    this.words =
        Phrases.read(ReplyPrinter.class, "why", language, Phrases.keys(WhyLine.class).toList());
    this.out = out;
  }

  /** Tells that nothing was found of a customer, and why; times are UTC. */
  public void tellNothing(JsonNode reply) {
    switch (reply.path("found").asText()) {
      case "nothing" -> out.println(words.say(WhyLine.LIVE_NOTHING));
      case "frozen" -> tellFrozen(reply);
      default ->
          out.println(
              words.say(
                  reply.path("reason").asText().equals("too_many")
                      ? WhyLine.LIVE_REFUSED
                      : WhyLine.LIVE_FAILED));
    }
  }

  private void tellFrozen(JsonNode reply) {
    TimeWords times = new TimeWords(language, ZoneOffset.UTC);
    out.println(words.say(WhyLine.LIVE_FROZEN));
    time(reply, "since")
        .ifPresent(
            since ->
                detail(words.say(WhyLine.LIVE_SINCE, times.inYear(since) + " " + times.zone())));
    detail(
        words.say(
            WhyLine.LIVE_DEFECT, reply.path("waiting").asInt(), reply.path("defect").asText()));
  }

  /**
   * Tells what was found of a customer.
   *
   * @param rules by which the engine decides
   */
  public void tell(JsonNode reply, Rules rules) {
    Reason reason = new Reason(language, rules);
    TimeWords times = new TimeWords(language, rules.settings().calendar().zone());
    JsonNode rulebook = reply.path("rulebook");
    out.println(
        time(reply, "time")
            .map(time -> words.say(WhyLine.LIVE_TIME, times.inYear(time)))
            .orElseGet(() -> words.say(WhyLine.LIVE_UNPROVEN)));
    out.println(
        words.say(
            WhyLine.LIVE_RULEBOOK,
            rulebook.path("name").asText(),
            rulebook.path("version").asLong(),
            times.zone()));
    tellKept(reply.path("kept"), times);
    CoursePrinter courses = new CoursePrinter(words, reason, times, out);
    if (reply.path("rules").isEmpty()) {
      out.println(words.say(WhyLine.COURSE_NONE));
    }
    reply.path("rules").forEach(courses::tell);
    reply.path("decisions").forEach(decided -> tellDecided(decided, reason, times));
    reply.path("restraints").forEach(restraint -> tellRestraint(restraint, reason));
    reply.path("pauses").forEach(pause -> tellPause(pause, reason));
    reply
        .path("unread")
        .forEach(place -> out.println(words.say(WhyLine.LIVE_UNREAD, place.asText())));
    int omitted = reply.path("omitted").asInt();
    if (omitted > 0) {
      out.println(words.say(WhyLine.OMITTED, omitted));
    }
    reason.formulas().forEach(out::println);
  }

  private void tellKept(JsonNode kept, TimeWords times) {
    Optional<Long> oldest = time(kept, "oldest");
    Optional<Long> newest = time(kept, "newest");
    if (oldest.isPresent() && newest.isPresent()) {
      out.println(
          words.say(
              WhyLine.LIVE_KEPT,
              kept.path("touchpoints").asInt(),
              times.inYear(oldest.get()),
              times.inYear(newest.get())));
    }
    time(kept, "due").ifPresent(due -> out.println(words.say(WhyLine.LIVE_DUE, times.inYear(due))));
  }

  private void tellDecided(JsonNode decided, Reason reason, TimeWords times) {
    String action = named(decided.path("action").asText(), decided, reason);
    String at = time(decided, "decidedAt").map(times::inYear).orElse("");
    String moment = reason.moment(decided.path("rule").asText());
    String code = decided.path("fate").asText();
    String said =
        Stream.of(Fate.values())
            .filter(fate -> fate.wire().equals(code))
            .findFirst()
            .map(fate -> words.say(line(fate), action, moment))
            .orElse(code);
    out.println(at + "  " + said);
    decided
        .path("losses")
        .forEach(
            loss ->
                detail(
                    words.say(
                        WhyLine.LOST,
                        named(loss.path("action").asText(), loss, reason),
                        reason.of(candidate(loss)))));
  }

  private String named(String action, JsonNode at, Reason reason) {
    String channel = at.path("channel").asText();
    return channel.isEmpty()
        ? action
        : words.say(WhyLine.LOST_THERE, action, reason.channel(channel));
  }

  private static WhyLine line(Fate fate) {
    return switch (fate) {
      case ISSUED -> WhyLine.FATE_ISSUED;
      case FAILED -> WhyLine.FATE_FAILED;
      case HELD -> WhyLine.FATE_HELD;
      case GUARDED -> WhyLine.FATE_GUARDED;
      case RETRACTED -> WhyLine.FATE_RETRACTED;
      case WITHDRAWN -> WhyLine.FATE_WITHDRAWN;
      case CORRECTING -> WhyLine.FATE_CORRECTING;
      case WITHHELD -> WhyLine.FATE_WITHHELD;
    };
  }

  /** Reasons are said of candidates; its score is not known any more. */
  private static Candidate candidate(JsonNode loss) {
    return new Candidate(
        loss.path("action").asText(),
        "",
        loss.path("channel").asText(),
        new Score(0, 0, 0, 0, 0, 0, 0),
        loss.path("reason").asText(),
        loss.path("detail").asText(),
        Optional.empty());
  }

  private void tellRestraint(JsonNode restraint, Reason reason) {
    List<String> kinds =
        StreamSupport.stream(restraint.path("kinds").spliterator(), false)
            .map(kind -> kind(kind.asText(), reason))
            .toList();
    String all = kinds.stream().reduce((a, b) -> words.say(WhyLine.VALUES_MORE, a, b)).orElse("");
    out.println(words.say(WhyLine.LIVE_RESTRAINED, reason.of(candidate(restraint)), all));
  }

  private static String kind(String code, Reason reason) {
    return Stream.of(ActionKind.values())
        .filter(kind -> kind.wire().equals(code))
        .findFirst()
        .map(reason::kind)
        .orElse(code);
  }

  private void tellPause(JsonNode pause, Reason reason) {
    String kind = pause.path("kind").asText();
    String channel = pause.path("channel").asText();
    String all =
        Stream.of(
                kind.isEmpty() ? "" : kind(kind, reason),
                channel.isEmpty() ? "" : reason.channel(channel),
                pause.path("region").asText())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" / "));
    out.println(words.say(WhyLine.LIVE_PAUSED, all));
  }

  private void detail(String text) {
    out.println("    " + text);
  }

  /** A time of a record; empty where it has none. */
  static Optional<Long> time(JsonNode of, String field) {
    OptionalLong time = Rfc3339.parse(of.path(field).asText());
    return time.isPresent() ? Optional.of(time.getAsLong()) : Optional.empty();
  }
}
