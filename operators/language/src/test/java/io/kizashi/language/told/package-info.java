/** Tests of problems told in the language of their author. */
@NullMarked
package io.kizashi.language.told;

import org.jspecify.annotations.NullMarked;
