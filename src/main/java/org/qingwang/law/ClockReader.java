package org.qingwang.law;

/** Whoever shows a clock's end or waits for it and cannot ask each time: due dates of tasks, timers in a model. */
public interface ClockReader {

    /** The end of an open clock was moved, or it stands still from now on. */
    void moved(StatutoryClock clock);
}
