package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.Confiscation;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head confiscated the goods, or sent the case back. */
@Component
class DecideConfiscationForm implements FormHandler<Confiscation> {

    private final CustomsService customs;

    DecideConfiscationForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-decide-confiscation";
    }

    @Override
    public Class<Confiscation> type() {
        return Confiscation.class;
    }

    @Override
    public Map<String, Object> handle(Confiscation form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.decideConfiscation(caseNo, form, submission.formReference());
        return Map.of(CustomsDetentionProcess.DECISION, form.decision().name());
    }
}
