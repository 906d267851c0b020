package org.qingwang.campaign;

import java.time.LocalDate;
import java.util.List;

/**
 * How a running campaign is extended or narrowed.
 *
 * @param lastDay its new last day
 * @param regions all its regions from now on
 */
public record ScopeChange(LocalDate lastDay, List<String> regions, String reason) {

    public ScopeChange {
        regions = List.copyOf(regions);
    }
}
