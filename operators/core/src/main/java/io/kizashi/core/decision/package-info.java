/** The next best action: one arbitration over everything that answers a customer's open moments. */
@NullMarked
package io.kizashi.core.decision;

import org.jspecify.annotations.NullMarked;
