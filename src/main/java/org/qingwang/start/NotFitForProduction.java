package org.qingwang.start;

import java.util.List;
import org.qingwang.common.StartRefused;

/** Profile {@code prod} does not start like this. Names everything that is wrong at once. */
class NotFitForProduction extends StartRefused {

    private static final long serialVersionUID = 1L;

    NotFitForProduction(List<String> faults) {
        super("Profile prod does not start:"
                + faults.stream().map(fault -> "\n  - " + fault).reduce("", String::concat));
    }
}
