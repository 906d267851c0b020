package org.qingwang.repair;

import java.util.List;

/**
 * A step of a model that a process may be moved from or to.
 *
 * @param name in the reader's language
 * @param rules ids of the statutory clocks that run with it
 */
public record ModelStep(String id, String name, List<String> rules) {

    public ModelStep {
        rules = List.copyOf(rules);
    }
}
