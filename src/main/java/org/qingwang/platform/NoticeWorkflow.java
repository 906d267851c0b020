package org.qingwang.platform;

/** Sets a new notice going. Implemented on the engine. */
public interface NoticeWorkflow {

    /** Starts the process of a notice in the current transaction. */
    void begin(PlatformNotice notice);
}
