/**
 * What the tests of every module share. {@code Seeds} says where random cases begin; what listens
 * to the tests says the seed when one fails, and which tests took longest.
 */
@NullMarked
package io.kizashi.testing;

import org.jspecify.annotations.NullMarked;
