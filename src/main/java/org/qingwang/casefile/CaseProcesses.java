package org.qingwang.casefile;

import org.qingwang.agency.Jurisdiction;

/** What happens to the processes of a case that changes hands. Implemented on the engine. */
public interface CaseProcesses {

    /** Everything that waits at one jurisdiction waits at another from now on, at the same step and untaken. */
    void move(String caseNo, Jurisdiction from, Jurisdiction to);

    /** Whatever the agency in charge, or the head who must assign, was asked to do ends; this one begins its own process. */
    void beginAnew(String caseNo, Jurisdiction lead);

    /** Whatever was asked of anybody ends, and the case closes with the outcome recorded. */
    void close(String caseNo, CaseOutcome outcome);

    /**
     * Lets a case go on by the model of this release, at the step where it is, if it began by an older one. What an older
     * model did not know, it does from now on.
     */
    void bringUpToDate(String caseNo);

    /**
     * Gives an officer every open task of the case that waits for the officers of a jurisdiction.
     *
     * @return how many were not the officer's before
     */
    int give(String caseNo, Jurisdiction jurisdiction, String officerId);
}
