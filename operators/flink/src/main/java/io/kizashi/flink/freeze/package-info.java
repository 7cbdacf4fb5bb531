/**
 * Customers for whom the core has failed: nothing is decided for them, what comes is kept, and all
 * others go on. Another build, or a word of staff, tries them again.
 *
 * <p>Door: {@link Defect}, {@link FrozenCustomers}, {@link Held}.
 */
@NullMarked
package io.kizashi.flink.freeze;

import org.jspecify.annotations.NullMarked;
