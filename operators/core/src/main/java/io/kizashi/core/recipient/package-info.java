/**
 * Who gets what is decided: customers, and of the staff whose task it is.
 *
 * <p>Door: {@link Absence}, {@link CustomerList}, {@link Owner}, {@link Owners}, {@link Recipient}.
 */
@NullMarked
package io.kizashi.core.recipient;

import org.jspecify.annotations.NullMarked;
