/** How fast the product is, held against floors that do next to nothing on the same machine. */
@NullMarked
package io.kizashi.lab.bench;

import org.jspecify.annotations.NullMarked;
