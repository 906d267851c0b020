package org.qingwang.indicator;

/** By what a figure can be taken apart. */
public enum Breakdown {
    AGENCY,
    REGION,
    GOODS,
    PLATFORM,
    RIGHT;

    public String messageKey() {
        return "indicator.by." + name();
    }
}
