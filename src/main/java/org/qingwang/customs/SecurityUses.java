package org.qingwang.customs;

import java.util.List;
import org.qingwang.law.LawUses;
import org.qingwang.law.Resting;
import org.springframework.stereotype.Component;

/** Which rules on security detentions rest on. */
@Component
class SecurityUses implements LawUses {

    private final DetentionSteps steps;

    SecurityUses(DetentionSteps steps) {
        this.steps = steps;
    }

    @Override
    public List<Resting> resting() {
        return steps.securitiesByRule();
    }
}
