package org.qingwang.pledge.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.pledge.Countersignature;
import org.qingwang.pledge.PledgeService;
import org.springframework.stereotype.Component;

/** The campaign office countersigns a pledge, or sends it back. */
@Component
class CountersignForm implements FormHandler<Countersignature> {

    private final PledgeService pledges;

    CountersignForm(PledgeService pledges) {
        this.pledges = pledges;
    }

    @Override
    public String formId() {
        return "pledge-countersign";
    }

    @Override
    public Class<Countersignature> type() {
        return Countersignature.class;
    }

    @Override
    public Map<String, Object> handle(Countersignature form, Submission submission) {
        pledges.countersign(submission.variable(PledgeProcess.PLEDGE_NO), form);
        return Map.of(PledgeProcess.DECISION, form.decision().name());
    }
}
