package io.kizashi.core.eligible;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.schema.Moment;

/** An action that answers an open moment. */
public record Option(ActionRule action, Moment moment) {}
