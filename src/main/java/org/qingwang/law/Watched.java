package org.qingwang.law;

/** Something of which a part becomes due by the mere passing of time, and that is seen to every few seconds on every node. */
public interface Watched {

    /** What the log calls it. */
    String subject();

    /** Does what is due by now. Safe to call at any time and on several nodes at once. */
    void bringUpToDate();
}
