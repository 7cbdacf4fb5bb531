/**
 * The nouns of the product and their JSON form. Absent text is empty text; nothing here is null.
 */
@NullMarked
package io.kizashi.schema;

import org.jspecify.annotations.NullMarked;
