package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The decision was served (Administrative Penalty Law art. 61).
 *
 * @param servedOn when it counts as served
 * @param receivedBy who took it, or how it was made public
 * @param note witnesses, postal number; null if none
 */
public record ServiceRecord(ServiceMethod method, LocalDate servedOn, String receivedBy, String note) {}
