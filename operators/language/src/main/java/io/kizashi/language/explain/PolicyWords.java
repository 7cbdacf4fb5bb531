package io.kizashi.language.explain;

import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.schema.ActionKind;
import java.util.List;
import java.util.Set;

/** The sentences of one language about what holds for all actions. */
interface PolicyWords {
  String tiers(List<ActionKind> tiers);

  String guard(Guard guard, Claim when);

  String refusal(RefusalPolicy refusal);

  String cap(Cap cap);

  String quietHours(QuietHours hours);

  /** Channels on which advertising needs consent. */
  String consent(Set<String> channels);

  String address(String language, Address address);
}
