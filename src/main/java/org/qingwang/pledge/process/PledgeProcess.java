package org.qingwang.pledge.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code pledge} carries. */
@Component
class PledgeProcess implements ProcessContract {

    static final String KEY = "pledge";

    /** Number of the pledge; also the business key. */
    static final String PLEDGE_NO = "pledgeNo";

    /** The market regulation that checks what is pledged, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Whether the firm signed. */
    static final String SIGNED = "signed";

    /** Name of the {@code Countersignature.Decision}. */
    static final String DECISION = "decision";

    /** Name of the {@code Consequence.Decision} of the last period; null if there was none. */
    static final String CONSEQUENCE = "consequence";

    /** Whether the last period of the pledge is over. */
    static final String LAST = "last";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(PLEDGE_NO, JURISDICTION, SIGNED, DECISION, CONSEQUENCE, LAST);
    }
}
