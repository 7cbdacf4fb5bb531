package io.kizashi.core.decision;

import io.kizashi.core.rulebook.ActionRule;
import io.kizashi.schema.Moment;

/** An action that answers an open moment. */
record Option(ActionRule action, Moment moment) {}
