package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * A publication was withdrawn.
 *
 * @param note what is published instead, who else was told; null if none
 */
public record Withdrawal(LocalDate withdrawnOn, String note) {}
