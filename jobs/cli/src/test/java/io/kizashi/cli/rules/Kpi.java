package io.kizashi.cli.rules;

import io.kizashi.control.guard.Figures;
import io.kizashi.schema.Rfc3339;
import java.time.Instant;

/** KPIs as the contract has them. */
public final class Kpi {
  private static final long START = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final long MILLIS = 10_000;

  private Kpi() {}

  /** The record of task 0 for one window, the first of which is 0. */
  public static String json(String name, long version, String hash, int window, Figures f) {
    return """
        {"kpi":"decisions","from":"%s","to":"%s",
         "rulebook":{"name":"%s","version":%d,"hash":"%s"},"task":0,"tasks":1,
         "touchpoints":%d,"moments":%d,"momentsRetracted":%d,
         "recommendations":%d,"recommendationsRetracted":%d,
         "withheld":{"expired":%d,"quiet_hours":%d},"negative":%d}
        """
        .formatted(
            Rfc3339.format(START + window * MILLIS),
            Rfc3339.format(START + (window + 1) * MILLIS),
            name,
            version,
            hash,
            f.touchpoints(),
            f.moments(),
            f.retracted() / 2,
            f.recommendations(),
            f.retracted() - f.retracted() / 2,
            f.withheld() / 2,
            f.withheld() - f.withheld() / 2,
            f.negative());
  }
}
