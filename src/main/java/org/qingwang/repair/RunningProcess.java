package org.qingwang.repair;

import java.util.List;

/**
 * A process that runs.
 *
 * @param number by which people know it; null for none
 * @param steps ids of the steps it stands at
 */
public record RunningProcess(String id, String number, String jurisdiction, boolean suspended, List<String> steps) {

    public RunningProcess {
        steps = List.copyOf(steps);
    }
}
