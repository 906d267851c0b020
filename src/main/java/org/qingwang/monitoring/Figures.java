package org.qingwang.monitoring;

import java.util.List;

/** Figures one capability has to tell. */
public interface Figures {

    /** Asked at most once in a quarter of a minute, so queries may be asked that take some milliseconds. */
    List<Figure> now();
}
