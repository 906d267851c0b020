package org.qingwang.indicator;

import java.util.List;
import org.qingwang.agency.Agency;
import org.qingwang.common.Bilingual;

/**
 * Something a campaign counts.
 *
 * @param key names it in every campaign and every set
 * @param meaning what belongs to it and what does not
 * @param owners the agencies that report it
 * @param query how it is found in the cases; null if it is entered by hand, with nothing known beforehand
 * @param by how it can be taken apart
 */
public record Indicator(
        String key,
        Bilingual name,
        Bilingual meaning,
        Unit unit,
        List<Agency> owners,
        CaseQuery query,
        List<Breakdown> by) {

    /** @throws IllegalArgumentException if it is not complete, or unit and query do not fit */
    public Indicator {
        if (key == null || !key.matches("[a-z]+(-[a-z]+)*") || name == null || meaning == null || unit == null) {
            throw new IllegalArgumentException("indicator " + key + " needs key, name, meaning and unit");
        }
        owners = owners == null ? List.of() : List.copyOf(owners);
        by = by == null ? List.of() : List.copyOf(by);
        if (owners.isEmpty()) {
            throw new IllegalArgumentException("indicator " + key + " has no owner");
        }
        if (query != null && unit.isMoney() && !query.isSum()) {
            throw new IllegalArgumentException("indicator " + key + " is money, but " + query + " counts");
        }
    }

    /** Whether the cases say it. */
    public boolean isComputed() {
        return query != null;
    }

    /** Whether it says how things stand, and so is never added up over periods. */
    public boolean isStock() {
        return query != null && query.isStock();
    }

    public boolean isReportedBy(Agency agency) {
        return owners.contains(agency);
    }
}
