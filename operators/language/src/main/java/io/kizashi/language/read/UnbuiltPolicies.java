package io.kizashi.language.read;

import io.kizashi.language.yaml.Problems;
import java.util.Optional;
import java.util.Set;

/**
 * Checks policies that this release refuses to run, so that their authors learn all that is wrong
 * with them at once.
 */
final class UnbuiltPolicies {
  private static final long MOST_ISSUED = 999_999_999;

  private final PolicyNames names;
  private final Problems problems;

  UnbuiltPolicies(PolicyNames names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** Checks them; {@code sound} tells whether something can be concluded from the actions. */
  void check(Fields policies, boolean sound) {
    policies
        .mappings("budgets", Keys.BUDGET, "budgets: [ { channel: line, limit: 9000, per: month } ]")
        .forEach(budget -> budget(budget, sound));
    of(policies, "holdout", Keys.HOLDOUT).ifPresent(this::holdout);
    of(policies, "exploration", Keys.EXPLORATION).ifPresent(it -> names.kinds(it, "kinds"));
  }

  private Optional<Fields> of(Fields fields, String key, Keys keys) {
    return fields.get(key).flatMap(node -> Fields.of(node, keys, problems));
  }

  private void budget(Fields budget, boolean sound) {
    budget.required("channel", "channel: line");
    budget
        .scalar("channel")
        .flatMap(names::channel)
        .filter(channel -> sound && !names.isUsed(Set.of(channel)))
        .ifPresent(
            channel ->
                problems.error(
                    budget.keyAt("channel"),
                    "useless",
                    "this budget is never drawn on: no action uses '" + channel + "'",
                    "leave it out, or name a channel that actions use"));
    budget.required("limit", "how many in all: limit: 200000");
    budget.whole("limit", 1, MOST_ISSUED);
    ReachReader.read(budget, problems);
    of(budget, "keep", Keys.KEEP)
        .ifPresent(
            keep -> {
              share(keep);
              names.kinds(keep, "for");
            });
  }

  private void share(Fields fields) {
    fields.required("share", "a part of 1: share: 0.05");
    fields.number("share", 0, 1);
  }

  private void holdout(Fields holdout) {
    share(holdout);
    names.kinds(holdout, "kinds");
  }
}
