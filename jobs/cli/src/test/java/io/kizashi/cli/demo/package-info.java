@NullMarked
package io.kizashi.cli.demo;

import org.jspecify.annotations.NullMarked;
