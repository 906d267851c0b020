package org.qingwang.law.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.law.StatutoryClocks;

/**
 * A statutory period has passed. Input parameter {@code rule}; the subject is the business key, or
 * input parameter {@code subject} where a part of the case has a number of its own.
 */
@ModelBean("markClockMissed")
class MarkClockMissed implements JavaDelegate {

    private final StatutoryClocks clocks;

    MarkClockMissed(StatutoryClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object subject = execution.getVariableLocal("subject");
        clocks.missed(subject == null ? execution.getProcessBusinessKey() : subject.toString(), (String)
                execution.getVariable("rule"));
    }
}
