package org.qingwang.law;

/**
 * An end that no suspension and no extension passes, counted from the same event.
 *
 * @param verified false if it was not checked against the text of the law
 */
public record PeriodCap(int limit, PeriodUnit unit, LegalBasis basis, boolean verified) {}
