package org.qingwang.law;

import java.time.LocalDate;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;

/** Cites the law: the right article of the right text for a case, from {@code law/references.yaml}. */
@Component
public class LegalReferences {

    private final Law law;

    LegalReferences(Law law) {
        this.law = law;
    }

    /**
     * The reference for a case. The rule itself says whether the conduct or the decision chooses its version.
     *
     * @param id for example {@code trademark.penalty}
     * @param conduct last day of the conduct, or day of the event
     * @param decision day of the decision, or of the act that cites it
     * @throws BadInput if no version is in force on the day that counts
     */
    public LegalReference cite(String id, LocalDate conduct, LocalDate decision) {
        LawBook book = law.current();
        boolean byDecision = book.versions(LegalReference.class, id).stream()
                .anyMatch(version -> version.head().versionOn() == VersionDate.DECISION);
        return book.inForce(LegalReference.class, id, byDecision ? decision : conduct);
    }
}
