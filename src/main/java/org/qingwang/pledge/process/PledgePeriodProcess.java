package org.qingwang.pledge.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code pledge-period} carries; number and jurisdiction as in {@link PledgeProcess}. */
@Component
class PledgePeriodProcess implements ProcessContract {

    /** Whether everything that was looked at is kept. */
    static final String KEPT = "kept";

    /** Whether what was broken is corrected. */
    static final String CORRECTED = "corrected";

    @Override
    public String processKey() {
        return "pledge-period";
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                PledgeProcess.PLEDGE_NO,
                PledgeProcess.JURISDICTION,
                PledgeProcess.CONSEQUENCE,
                PledgeProcess.LAST,
                KEPT,
                CORRECTED);
    }
}
