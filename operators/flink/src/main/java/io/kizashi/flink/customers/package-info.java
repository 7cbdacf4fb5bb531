/**
 * What the operator keeps of each customer: the state, the one timer, and a look at all of them.
 *
 * <p>Door: {@link CustomerStates}, {@link Deadlines}, {@link OwnCustomers}, {@link Sweep}.
 */
@NullMarked
package io.kizashi.flink.customers;

import org.jspecify.annotations.NullMarked;
