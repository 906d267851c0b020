package org.qingwang.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;

/** All statutory periods with their versions, from {@code law/deadlines.yaml} as corrected. */
@Component
public class DeadlineRules {

    private final Law law;

    DeadlineRules(Law law) {
        this.law = law;
    }

    /**
     * @param id for example {@code complaint.acceptance}
     * @param start the day on which the period starts to run, which decides the version
     * @throws IllegalArgumentException if there is no such rule
     * @throws BadInput if no version of it is in force that day
     */
    public DeadlineRule inForce(String id, LocalDate start) {
        return law.current().inForce(DeadlineRule.class, id, start);
    }

    /** @return one version, as a clock remembers it */
    public Optional<DeadlineRule> version(String id, LocalDate from) {
        return law.everInForce(DeadlineRule.class, id, from);
    }

    /** @return every version of every rule, by id and then by date */
    public List<DeadlineRule> all() {
        return law.current().all(DeadlineRule.class);
    }
}
