package org.qingwang.repair;

import java.util.List;

/**
 * A step of a model that a process may be moved from or to.
 *
 * @param name in the reader's language
 * @param rules statutory periods that run with it: their ids as the model has them, or their names for a reader
 */
public record ModelStep(String id, String name, List<String> rules) {

    public ModelStep {
        rules = List.copyOf(rules);
    }

    ModelStep with(List<String> otherRules) {
        return new ModelStep(id, name, otherRules);
    }
}
