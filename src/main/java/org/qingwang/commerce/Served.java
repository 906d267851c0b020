package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * A decision on its way to the party.
 *
 * @param payBy by when the party has to pay; null if it has nothing to pay, or was not reached yet
 */
record Served(ServiceRecord record, LocalDate payBy) {}
