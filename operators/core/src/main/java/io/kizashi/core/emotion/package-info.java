/** How a customer feels at a time and felt in a contact, for people and analyses. */
@NullMarked
package io.kizashi.core.emotion;

import org.jspecify.annotations.NullMarked;
