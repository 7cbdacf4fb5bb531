package io.kizashi.schema;

import io.kizashi.schema.reply.Course;
import io.kizashi.schema.reply.Decided;
import io.kizashi.schema.reply.Reply;
import io.kizashi.schema.reply.Reply.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Answers with every field that they can have. */
final class Replies {
  private static final long TIME = 1_772_359_200_000L;

  private Replies() {}

  static Reply of(CustomerKey customer, Finding finding) {
    return new Reply("i-1", customer, TIME, finding);
  }

  static Reply known(int rules) {
    Course.Way way = new Course.Way("e-1", TIME, 2, 2);
    Course course =
        new Course(
            "cart_left",
            List.of(new Course.Standing("m-1", TIME)),
            1,
            Optional.of(
                new Course.Wait(way, "order", "event.properties.total > 3.0", true, 1, 1, TIME)),
            1,
            Optional.of(
                new Course.Halt(way, Course.Obstacle.BROKEN, TIME, "e-2", "moments.cart_left")));
    Decided.Loss loss = new Decided.Loss("help", "web", "capped", "1 per 1d");
    Decided decided =
        new Decided("help", "web", "cart_left", Decided.Fate.HELD, TIME, TIME, List.of(loss));
    return of(
        CustomerKey.customer("c-17"),
        new Reply.Known(
            Samples.RULES,
            new Reply.Kept(3, TIME, TIME, 1, 1, TIME),
            Collections.nCopies(rules, course),
            List.of(decided),
            List.of(new Reply.Restraint("upset", List.of(ActionKind.SELL), "customer.angry")),
            List.of(new Pause.Target("sell", "line", "JP-13")),
            List.of("moments.cart_left.when"),
            3));
  }
}
