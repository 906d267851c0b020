package org.qingwang.law.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.law.StatutoryClocks;

/** A statutory period has passed. Input parameter {@code rule}; the subject is the business key. */
@ModelBean("markClockMissed")
class MarkClockMissed implements JavaDelegate {

    private final StatutoryClocks clocks;

    MarkClockMissed(StatutoryClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.missed(execution.getProcessBusinessKey(), (String) execution.getVariable("rule"));
    }
}
