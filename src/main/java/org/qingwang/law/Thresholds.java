package org.qingwang.law;

import java.time.LocalDate;
import java.util.List;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;

/** Figures from which the law changes its answer, from {@code law/thresholds.yaml}. */
@Component
public class Thresholds {

    private final Law law;

    Thresholds(Law law) {
        this.law = law;
    }

    /**
     * @param id for example {@code crime.counterfeit-mark}
     * @param day the day its rule names: of the conduct, or of the decision
     * @throws BadInput if no version is in force that day
     */
    public ThresholdRule inForce(String id, LocalDate day) {
        return law.current().inForce(ThresholdRule.class, id, day);
    }

    /** @return all versions, oldest first, for whoever has to compare the law of the conduct with a lighter newer one */
    public List<ThresholdRule> versions(String id) {
        return law.current().versions(ThresholdRule.class, id);
    }
}
