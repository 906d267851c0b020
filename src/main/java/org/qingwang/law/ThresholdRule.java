package org.qingwang.law;

import java.util.List;
import java.util.Optional;

/** Figures from which the law changes its answer, in one version. */
public record ThresholdRule(RuleHead head, List<Threshold> items) implements LawRule {

    public ThresholdRule {
        items = List.copyOf(items);
    }

    /** @return the figure for this measure in these circumstances, if the version has one */
    public Optional<Threshold> find(
            Threshold.Measure measure, Threshold.Circumstance circumstance, Threshold.Tier tier) {
        return items.stream()
                .filter(item -> item.measure() == measure && item.circumstance() == circumstance && item.tier() == tier)
                .findFirst();
    }
}
