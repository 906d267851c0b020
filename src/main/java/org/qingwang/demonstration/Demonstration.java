package org.qingwang.demonstration;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of all this is invented. */
@Service
public class Demonstration {

    private final Steps steps;

    Demonstration(Steps steps) {
        this.steps = steps;
    }

    /** Whether the campaign was played and not run. */
    @Transactional(readOnly = true)
    public boolean isInvented(String campaignNo) {
        return steps.isInvented(campaignNo);
    }
}
