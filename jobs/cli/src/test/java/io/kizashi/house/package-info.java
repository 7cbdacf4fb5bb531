/** Rules of the house, held by tests over the whole tree. */
@NullMarked
package io.kizashi.house;

import org.jspecify.annotations.NullMarked;
