/**
 * What a customer is not to get at one place of the history, and why; when it would be sent, and
 * what would have to be otherwise.
 *
 * <p>Door: {@link ContactHistory}, {@link Eligibility}, {@link Option}, {@link Route}, {@link
 * Worthiness}.
 */
@NullMarked
package io.kizashi.core.eligible;

import org.jspecify.annotations.NullMarked;
