package org.qingwang.commerce;

/** What a legal review has to confirm before a decision (SAMR procedure provisions on review). */
public enum ReviewPoint {
    JURISDICTION,
    PARTY,
    FACTS,
    EVIDENCE,
    LAW,
    PROCEDURE,
    PENALTY;

    public String messageKey() {
        return "commerce.review-point." + name();
    }
}
