package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The security a holder gave.
 *
 * @param until last day of a letter; null for cash
 */
public record Security(SecurityKind kind, BigDecimal amount, String no, LocalDate until) {}
