package org.qingwang.law;

/** Which date chooses the version of a rule. */
public enum VersionDate {
    /** The event with which a period begins, or for which security is given. */
    EVENT,
    /** The last day of the conduct. */
    CONDUCT,
    /** The day of the decision, or of the act of procedure. */
    DECISION
}
