package org.qingwang.law;

/** Keeps the sweep of the clocks waiting: somebody plays clocks of another time, which at the present one are all over. */
public interface WatchHold {
    boolean holds();
}
