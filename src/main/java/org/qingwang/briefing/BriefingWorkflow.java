package org.qingwang.briefing;

/** Moves briefings and returns through their processes. */
public interface BriefingWorkflow {

    void begin(String briefingNo);

    /** A new version of a published briefing is to be drafted. */
    void beginCorrection(String briefingNo);

    /** Nothing more is asked of an agency. */
    void takeBack(String returnNo);
}
