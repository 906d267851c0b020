package org.qingwang.pledge.process;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.Recheck;
import org.springframework.stereotype.Component;

/** An officer says whether what was broken is corrected. */
@Component
class CheckCorrectionForm implements FormHandler<Recheck> {

    private final PeriodService periods;
    private final PeriodShown shown;

    CheckCorrectionForm(PeriodService periods, PeriodShown shown) {
        this.periods = periods;
        this.shown = shown;
    }

    @Override
    public String formId() {
        return "pledge-period-check-correction";
    }

    @Override
    public Class<Recheck> type() {
        return Recheck.class;
    }

    @Override
    public Map<String, Object> shown(UnaryOperator<String> variable) {
        return shown.faults(variable.apply(PledgeProcess.PLEDGE_NO));
    }

    @Override
    public Map<String, Object> handle(Recheck form, Submission submission) {
        periods.recheck(submission.variable(PledgeProcess.PLEDGE_NO), form);
        return Map.of(PledgePeriodProcess.CORRECTED, form.decision() == Recheck.Decision.CORRECTED);
    }
}
