package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.CorrectionService;
import org.qingwang.platform.OrderDecision;
import org.springframework.stereotype.Component;

/** The head decides on an order to correct. */
@Component
class DecideOrderForm implements FormHandler<OrderDecision> {

    private final CorrectionService corrections;

    DecideOrderForm(CorrectionService corrections) {
        this.corrections = corrections;
    }

    @Override
    public String formId() {
        return "platform-correction-decide-order";
    }

    @Override
    public Class<OrderDecision> type() {
        return OrderDecision.class;
    }

    @Override
    public Map<String, Object> handle(OrderDecision form, Submission submission) {
        corrections.decideOrder(
                submission.variable(PlatformCorrectionProcess.NOTICE_NO), form, submission.formReference());
        return Map.of(
                PlatformCorrectionProcess.ORDERED,
                form.decision() == OrderDecision.Kind.ORDER,
                PlatformCorrectionProcess.CORRECTED,
                false);
    }
}
