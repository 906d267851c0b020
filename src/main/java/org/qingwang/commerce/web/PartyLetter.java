package org.qingwang.commerce.web;

import java.util.Arrays;
import java.util.Optional;
import org.qingwang.commerce.DecisionKind;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.ReviewResult;

/** A document the agency serves on the party. */
enum PartyLetter {
    /** What is intended, and what the party may do about it (Administrative Penalty Law art. 44). */
    NOTICE,
    /** The penalty decision (Administrative Penalty Law art. 59). */
    DECISION;

    static Optional<PartyLetter> named(String name) {
        return Arrays.stream(values())
                .filter(letter -> letter.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether the case has come so far that it can be written. */
    boolean isDue(Dossier dossier) {
        return switch (this) {
            case NOTICE -> dossier.latest().filter(PartyLetter::awaitsNotice).isPresent();
            case DECISION ->
                dossier.decision() != null && dossier.decision().decision().kind() == DecisionKind.PENALTY;
        };
    }

    private static boolean awaitsNotice(Dossier.Round round) {
        return round.findings().proposal() == DecisionKind.PENALTY
                && round.review() != null
                && round.review().result() == ReviewResult.APPROVED;
    }
}
