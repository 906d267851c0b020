package org.qingwang.indicator;

import java.util.List;
import org.qingwang.common.Bilingual;

/**
 * Indicators that were published together once, to begin a campaign with.
 *
 * @param verified whether the list was compared with the published text itself
 * @param source where it was published
 */
public record IndicatorSet(
        String id, Bilingual title, Bilingual about, Bilingual source, boolean verified, List<Indicator> indicators) {

    public IndicatorSet {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*") || title == null || about == null || source == null) {
            throw new IllegalArgumentException("indicator set " + id + " needs id, title, about and source");
        }
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("indicator set " + id + " is empty");
        }
    }

    /** @return keys of its indicators, in their order */
    public List<String> keys() {
        return indicators.stream().map(Indicator::key).toList();
    }
}
