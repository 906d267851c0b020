package org.qingwang.commerce.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code commerce-investigation} carries. */
@Component
class CommerceInvestigationProcess implements ProcessContract {

    static final String KEY = "commerce-investigation";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Who investigates, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code LeadResult}. */
    static final String LEAD_RESULT = "leadResult";

    /** Name of the {@code FilingDecision}. */
    static final String FILING = "filing";

    /** Name of the {@code ReviewResult}, or {@link #TELL_PARTY}. */
    static final String REVIEW = "review";

    /** Value of {@link #REVIEW} when a penalty was approved, of which the party has to be told first. */
    static final String TELL_PARTY = "TELL_PARTY";

    /** Whether the party waived when it was told. Read at once and not kept. */
    static final String WAIVED = "waived";

    /** Name of the {@code DecisionKind}, or {@link #RETURN}. */
    static final String DECISION = "decision";

    /** Value of {@link #DECISION} when the head sends the case back. */
    static final String RETURN = "RETURN";

    /** Whether the party still has to pay. */
    static final String OUTSTANDING = "outstanding";

    /** Only while a public notice stands: the decision counts as served when its time is over. */
    static final String NOTICE_STANDS = "noticeStands";

    /** Only while the head has to answer a party that asks for time to pay. */
    static final String ASKS_FOR_TIME = "asksForTime";

    /** Name of the {@code CaseOutcome}, handed to the case file. */
    static final String OUTCOME = "outcome";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                CASE_NO,
                JURISDICTION,
                LEAD_RESULT,
                FILING,
                REVIEW,
                WAIVED,
                DECISION,
                OUTSTANDING,
                NOTICE_STANDS,
                ASKS_FOR_TIME,
                OUTCOME);
    }
}
