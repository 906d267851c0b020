package org.qingwang.engine.decision;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** Remembers, for the current thread, which rules of the last table fired: the engine's result does not say. */
final class FiredRules implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<List<String>> FIRED = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        FIRED.set(event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList());
    }

    /** @return ids of the rules that fired in this thread's last table, and forgets them */
    static List<String> take() {
        List<String> fired = FIRED.get();
        FIRED.remove();
        return fired == null ? List.of() : fired;
    }
}
