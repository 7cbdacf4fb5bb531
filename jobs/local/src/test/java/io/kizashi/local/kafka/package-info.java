@NullMarked
package io.kizashi.local.kafka;

import org.jspecify.annotations.NullMarked;
