package org.qingwang.law.process;

import java.util.Date;
import org.qingwang.engine.ModelBean;
import org.qingwang.law.StatutoryClocks;

/** Lets a model read a statutory period: the task's due date and the timer ask for the same row. */
@ModelBean("clocks")
public class ClocksBean {

    private final StatutoryClocks clocks;

    ClocksBean(StatutoryClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Starts the clock if none is open.
     *
     * @return its last instant in time
     */
    public Date due(String subject, String ruleId) {
        return Date.from(clocks.due(subject, ruleId));
    }
}
