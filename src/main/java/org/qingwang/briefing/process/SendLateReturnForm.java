package org.qingwang.briefing.process;

import java.util.Map;
import org.qingwang.briefing.ReturnService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head of an agency sends the return that is overdue. */
@Component
class SendLateReturnForm implements FormHandler<SentReturn> {

    private final ReturnService returns;

    SendLateReturnForm(ReturnService returns) {
        this.returns = returns;
    }

    @Override
    public String formId() {
        return "weekly-return-send-late";
    }

    @Override
    public Class<SentReturn> type() {
        return SentReturn.class;
    }

    @Override
    public Map<String, Object> handle(SentReturn form, Submission submission) {
        return form.send(returns, submission);
    }
}
