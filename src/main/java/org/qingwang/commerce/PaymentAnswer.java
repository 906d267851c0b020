package org.qingwang.commerce;

/**
 * What follows from a payment.
 *
 * @param outstanding whether more payments are awaited
 * @param asksForTime whether the head has to answer an application first
 */
public record PaymentAnswer(boolean outstanding, boolean asksForTime) {}
