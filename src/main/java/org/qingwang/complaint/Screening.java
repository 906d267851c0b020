package org.qingwang.complaint;

import java.time.Instant;
import java.util.Optional;

/**
 * One round of screening: what was found, what the table proposed, what was decided. A supplement, or a case that closed
 * before it could be joined, leads to another round.
 *
 * @param reasonEn why the table proposes so
 * @param legalBasis in both languages
 * @param rule id of the rule that fired
 * @param decisionTable the table and its version
 * @param exactCase open case about the same seller, listing and mark, if any
 * @param disputed whether the paper also asks for a dispute to be settled
 * @param ruling what was decided; empty while it is open
 */
public record Screening(
        String receiptNo,
        int round,
        Instant screenedAt,
        ScreeningFacts facts,
        Proposal proposal,
        String reasonEn,
        String reasonZh,
        String legalBasis,
        String rule,
        String decisionTable,
        Optional<String> exactCase,
        boolean likelyMatches,
        boolean disputed,
        Optional<Ruling> ruling) {

    /**
     * What was decided.
     *
     * @param by user id of the officer, or {@code system}
     * @param caseNo the case to join, if any
     * @param reason in the officer's words; empty where the proposal was followed without more
     * @param caseClosedMeanwhile whether the case to join turned out to be closed
     */
    public record Ruling(
            Decision decision,
            String by,
            Instant at,
            Optional<String> caseNo,
            Optional<String> reason,
            boolean caseClosedMeanwhile) {}

    /** As the model's first gateway reads it: {@code exact}, {@code likely} or {@code none}. */
    public String deconfliction() {
        if (exactCase.isPresent()) {
            return "exact";
        }
        return likelyMatches ? "likely" : "none";
    }

    boolean isDecided() {
        return ruling.isPresent();
    }
}
