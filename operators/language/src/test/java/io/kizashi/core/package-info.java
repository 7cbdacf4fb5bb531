/** What tests of the engine's rooms share: a customer's world by rules that are told in YAML. */
@NullMarked
package io.kizashi.core;

import org.jspecify.annotations.NullMarked;
