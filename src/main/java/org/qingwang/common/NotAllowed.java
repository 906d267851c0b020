package org.qingwang.common;

/**
 * The person may not do or see this. Where even the existence of the thing is none of the person's business, the web
 * answers as if it did not exist.
 */
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what what was refused, for the log; never shown to the person */
    public NotAllowed(String what) {
        super(what);
    }
}
