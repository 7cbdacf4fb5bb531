/** What a recording tells of a customer's emotion. */
@NullMarked
package io.kizashi.cli.emotions;

import org.jspecify.annotations.NullMarked;
