@NullMarked
package io.kizashi.lab.bench;

import org.jspecify.annotations.NullMarked;
