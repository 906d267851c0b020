package org.qingwang.casefile;

import java.util.List;

/**
 * What is on file of the seller of a case.
 *
 * @param sellerRegion as the opening complaint gave it; null if unknown
 * @param otherCases its other cases with a recorded outcome, the newest first
 */
public record PartyFile(String sellerRegion, List<OtherCase> otherCases) {}
