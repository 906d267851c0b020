package org.qingwang.platform;

import java.util.List;

/**
 * How a platform deals with notices, and what was done about it.
 *
 * @param key its name made comparable
 * @param name as it was written last
 * @param notices how many it had
 * @param late how many it acted on after its time, or not at all
 * @param notActed how many it took no measures on
 * @param restored how many ended with listings restored
 * @param fined how many times it was fined for not obeying an order
 * @param steps steps taken, the first one first
 */
public record PlatformRecord(
        String key, String name, int notices, int late, int notActed, int restored, int fined, List<LadderStep> steps) {

    public PlatformRecord {
        steps = List.copyOf(steps);
    }

    PlatformRecord with(List<LadderStep> taken) {
        return new PlatformRecord(key, name, notices, late, notActed, restored, fined, taken);
    }

    /** @return the last step taken; null if none */
    public LadderStep last() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }

    /** @return the step that may be taken next; null after the last */
    public LadderStep.Kind next() {
        LadderStep.Kind[] all = LadderStep.Kind.values();
        return steps.size() < all.length ? all[steps.size()] : null;
    }
}
