package org.qingwang.pledge.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.pledge.CheckEnd;
import org.qingwang.pledge.PeriodService;
import org.springframework.stereotype.Component;

/** An officer ends the check of a pledge. */
@Component
class CheckCommitmentsForm implements FormHandler<CheckEnd> {

    private final PeriodService periods;

    CheckCommitmentsForm(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public String formId() {
        return "pledge-period-check-commitments";
    }

    @Override
    public Class<CheckEnd> type() {
        return CheckEnd.class;
    }

    @Override
    public Map<String, Object> handle(CheckEnd form, Submission submission) {
        boolean kept = periods.endCheck(submission.variable(PledgeProcess.PLEDGE_NO), form);
        return Map.of(PledgePeriodProcess.KEPT, kept);
    }
}
