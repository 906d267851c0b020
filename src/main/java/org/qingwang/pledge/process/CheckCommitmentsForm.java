package org.qingwang.pledge.process;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.pledge.CheckEnd;
import org.qingwang.pledge.PeriodService;
import org.springframework.stereotype.Component;

/** An officer looks at what the figures of the return propose, decides of each commitment, and ends the check of a pledge. */
@Component
class CheckCommitmentsForm implements FormHandler<CheckGiven> {

    private final PeriodService periods;
    private final PeriodShown shown;

    CheckCommitmentsForm(PeriodService periods, PeriodShown shown) {
        this.periods = periods;
        this.shown = shown;
    }

    @Override
    public String formId() {
        return "pledge-period-check-commitments";
    }

    @Override
    public Class<CheckGiven> type() {
        return CheckGiven.class;
    }

    @Override
    public Map<String, Object> shown(UnaryOperator<String> variable) {
        return Map.of("findings", shown.findings(variable.apply(PledgeProcess.PLEDGE_NO)));
    }

    @Override
    public Map<String, Object> handle(CheckGiven form, Submission submission) {
        String pledgeNo = submission.variable(PledgeProcess.PLEDGE_NO);
        if (!form.findings().isEmpty()) {
            periods.find(pledgeNo, shown.numbered(pledgeNo, form.findings()));
        }
        boolean kept = periods.endCheck(pledgeNo, new CheckEnd(form.note(), form.days()));
        return Map.of(PledgePeriodProcess.KEPT, kept);
    }
}
