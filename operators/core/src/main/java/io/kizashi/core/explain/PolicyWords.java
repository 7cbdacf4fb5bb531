package io.kizashi.core.explain;

import io.kizashi.core.rulebook.Address;
import io.kizashi.core.rulebook.Cap;
import io.kizashi.core.rulebook.Guard;
import io.kizashi.core.rulebook.QuietHours;
import io.kizashi.core.rulebook.Refusal;
import io.kizashi.schema.ActionKind;
import java.util.List;
import java.util.Set;

/** The sentences of one language about what holds for all actions. */
interface PolicyWords {
  String tiers(List<ActionKind> tiers);

  String guard(Guard guard, Claim when);

  String refusal(Refusal refusal);

  String cap(Cap cap);

  String quietHours(QuietHours hours);

  /** Channels on which advertising needs consent. */
  String consent(Set<String> channels);

  String address(String language, Address address);
}
