/** Tests of public holidays. */
@NullMarked
package io.kizashi.language.holiday;

import org.jspecify.annotations.NullMarked;
