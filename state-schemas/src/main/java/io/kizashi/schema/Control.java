package io.kizashi.schema;

/** What people tell the running engine. */
public sealed interface Control permits Publication, Pause {}
