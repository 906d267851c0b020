package org.qingwang.law;

/** Keeps the {@link Watch} waiting: somebody plays clocks of another time, which at the present one are all over. */
public interface WatchHold {
    boolean holds();
}
