package org.qingwang.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;

/** Notes when a job reached its delegate. */
@ModelBean("benchProbe")
class ProbeDelegate implements JavaDelegate {

    static final Map<String, Long> REACHED = new ConcurrentHashMap<>();

    @Override
    public void execute(DelegateExecution execution) {
        REACHED.put(execution.getProcessBusinessKey(), System.nanoTime());
    }
}
