package io.kizashi.flink;

import io.kizashi.schema.DecisionKpi;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.schema.Moment;
import io.kizashi.schema.OutputJson;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Rejection;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.reply.Reply;
import io.kizashi.schema.reply.ReplyJson;
import java.nio.charset.StandardCharsets;

/**
 * A record to be written, with what its CloudEvents headers need.
 *
 * @param key customer as received, or rulebook name; no byte at all means no key
 * @param value JSON
 * @param type CloudEvents type
 * @param id unique for its type; the same again when the same record is written again
 * @param time event time of the cause, milliseconds since the epoch, or {@link #UNTIMED}
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for: it passes once, as bytes
public record OutputRecord(byte[] key, byte[] value, String type, String id, long time) {
  /** It has no event time. */
  public static final long UNTIMED = Long.MIN_VALUE;

  private static final byte[] NO_KEY = {};
  private static final String PREFIX = "io.kizashi.";

  /** A detected or retracted moment. */
  static OutputRecord of(Moment moment) {
    String status = moment.status().wire();
    return new OutputRecord(
        utf8(moment.customer().id()),
        OutputJson.encode(moment),
        PREFIX + "moment." + status,
        moment.id() + "/" + status,
        moment.detectedAt());
  }

  /** An issued or retracted recommendation. */
  static OutputRecord of(Recommendation recommendation) {
    String status = recommendation.status().wire();
    return new OutputRecord(
        utf8(recommendation.customer().id()),
        OutputJson.encode(recommendation),
        PREFIX + "recommendation." + status,
        recommendation.id() + "/" + status,
        recommendation.decidedAt());
  }

  /** A record that was not taken in. */
  static OutputRecord of(Rejection rejection, long arrival) {
    return new OutputRecord(
        NO_KEY,
        OutputJson.encode(rejection),
        PREFIX + "rejected",
        rejection.origin() + "/" + rejection.code().wire(),
        arrival);
  }

  /** A task's word on a rulebook. */
  static OutputRecord of(RulebookStatus status) {
    String word = status.adopted() ? "adopted" : "refused";
    return new OutputRecord(
        utf8(status.rulebook().name()),
        OutputJson.encode(status),
        PREFIX + "rulebook." + word,
        status.rulebook().hash()
            + "/"
            + status.rulebook().version()
            + "/"
            + status.percent()
            + "/"
            + status.task()
            + "/"
            + word,
        UNTIMED);
  }

  /** What words have come to mean. */
  public static OutputRecord of(LearnedLexicon lexicon) {
    return new OutputRecord(
        utf8("lexicon"),
        LearnedLexiconJson.encode(lexicon),
        PREFIX + "loop.lexicon",
        "lexicon/" + lexicon.epoch(),
        lexicon.until());
  }

  /** Counts of decisions. */
  static OutputRecord of(DecisionKpi kpi) {
    return new OutputRecord(
        utf8("decisions/" + kpi.rulebook().name()),
        OutputJson.encode(kpi),
        PREFIX + "kpi.decisions",
        kpi.rulebook().version() + "/" + kpi.task() + "/" + kpi.from(),
        kpi.to());
  }

  /** What is known of a customer, for whoever asked. */
  static OutputRecord of(Reply reply) {
    return new OutputRecord(
        utf8(reply.inquiry()), ReplyJson.encode(reply), PREFIX + "reply", reply.inquiry(), UNTIMED);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
