package org.qingwang.platform;

import java.time.LocalDate;

/**
 * The declaration reached the rights holder; from that day the 15 days run.
 *
 * @param delivery how, and who received it
 */
public record Delivery(LocalDate deliveredOn, String delivery) {}
