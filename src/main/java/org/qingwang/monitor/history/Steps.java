package org.qingwang.monitor.history;

import java.util.List;

/**
 * Some of the steps of a process, in their order.
 *
 * @param more whether there are later ones
 * @param withValues whether the reader is told what was set in them
 */
public record Steps(List<Step> list, boolean more, boolean withValues) {

    public Steps {
        list = List.copyOf(list);
    }
}
