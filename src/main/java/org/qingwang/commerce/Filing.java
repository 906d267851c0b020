package org.qingwang.commerce;

/**
 * The head's decision on filing.
 *
 * @param decision file, not file, or check again
 * @param filingNo number of the filing approval; only if filed
 * @param firstHandler the officer in charge; only if filed
 * @param secondHandler the second officer, since at least two handle a case (Administrative Penalty Law art. 42); only
 *     if filed
 * @param reason required unless the head follows the officer's proposal to file
 */
public record Filing(
        FilingDecision decision, String filingNo, String firstHandler, String secondHandler, String reason) {}
