package org.qingwang.pledge.process;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.pledge.Consequence;
import org.qingwang.pledge.PeriodService;
import org.springframework.stereotype.Component;

/** The office warns, or withdraws the pledge. */
@Component
class DecideConsequenceForm implements FormHandler<Consequence> {

    private final PeriodService periods;
    private final PeriodShown shown;

    DecideConsequenceForm(PeriodService periods, PeriodShown shown) {
        this.periods = periods;
        this.shown = shown;
    }

    @Override
    public String formId() {
        return "pledge-period-decide-consequence";
    }

    @Override
    public Class<Consequence> type() {
        return Consequence.class;
    }

    @Override
    public Map<String, Object> shown(UnaryOperator<String> variable) {
        return shown.faults(variable.apply(PledgeProcess.PLEDGE_NO));
    }

    @Override
    public Map<String, Object> handle(Consequence form, Submission submission) {
        periods.decide(submission.variable(PledgeProcess.PLEDGE_NO), form);
        return Map.of(PledgeProcess.CONSEQUENCE, form.decision().name());
    }
}
