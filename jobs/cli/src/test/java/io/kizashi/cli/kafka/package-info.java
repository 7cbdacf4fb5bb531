@NullMarked
package io.kizashi.cli.kafka;

import org.jspecify.annotations.NullMarked;
