/**
 * What people ask of customers, answered from what a task keeps.
 *
 * <p>Door: {@link Inquiries}.
 */
@NullMarked
package io.kizashi.flink.inquiry;

import org.jspecify.annotations.NullMarked;
