package org.qingwang.engine.executor;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;

/** Fails in the two ways a delegate can: with a business error, or because something is broken. */
@ModelBean("failureProbe")
class FailureProbe implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.hasVariable("businessError")) {
            throw new BpmnError("NOBODY_DRAWS_THIS");
        }
        throw new IllegalStateException("a neighbour does not answer");
    }
}
