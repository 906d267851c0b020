package org.qingwang.platform;

import org.qingwang.agency.Jurisdiction;

/** Moves notices on. Implemented on the engine. */
public interface NoticeWorkflow {

    /** Starts the process of a notice in the current transaction. */
    void begin(PlatformNotice notice);

    /** Starts it anew for a notice that had ended uncontested: its seller has declared after all. */
    void beginLate(PlatformNotice notice);

    /**
     * What the notice waited for was recorded without a task's form: the process moves on.
     *
     * @param step what it waited for
     */
    void answered(PlatformNotice notice, NoticeStage step);

    /** What waits at one jurisdiction for notices of a case waits at another from now on, at the same step. */
    void moveTo(String caseNo, Jurisdiction from, Jurisdiction to);
}
