/**
 * What a customer is not to get at one place of the history, and why; when it would be sent, and
 * what would have to be otherwise.
 */
@NullMarked
package io.kizashi.core.eligible;

import org.jspecify.annotations.NullMarked;
