package org.qingwang.pledge;

/**
 * What a firm said to a commitment.
 *
 * @param reason why it is declined; null if it is accepted
 */
public record Answer(int number, boolean accepted, String reason) {}
