@NullMarked
package io.kizashi.local.rest;

import org.jspecify.annotations.NullMarked;
