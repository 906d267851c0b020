package org.qingwang.complaint;

/** The way a complaint reached us. */
public enum Channel {
    /** Filed on the public page. */
    PAGE,
    /** Entered by an officer, for example from a visit to the counter. */
    TASKLIST,
    /** One row of an imported list. */
    BULK,
    /** Sent by another system. */
    API,
    /** Taken over the telephone, 12315 above all. */
    HOTLINE,
    /** On paper or by mail. */
    LETTER,
    /** Handed over by another authority. */
    AUTHORITY
}
