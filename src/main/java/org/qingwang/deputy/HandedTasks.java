package org.qingwang.deputy;

import java.util.List;
import java.util.Map;
import org.qingwang.agency.Officer;

/** The tasks of somebody who is away, on their way to a deputy and back. */
public interface HandedTasks {

    /** How many are moved with one call. */
    int AT_ONCE = 100;

    /**
     * Gives the deputy what the absent officer has taken and the deputy could take alone; the absent officer stays known
     * as the one it belongs to.
     *
     * @return ids of what was moved, at most {@link #AT_ONCE}
     */
    List<String> handOver(String absent, Officer deputy);

    /**
     * Gives back what the deputy was handed and has not done.
     *
     * @param toGroup whether it goes to the group it waits for, because the absent officer has left
     * @return ids of what was moved, at most {@link #AT_ONCE}
     */
    List<String> handBack(String absent, String deputy, boolean toGroup);

    /** How many of the absent officer's tasks the deputy could not take alone: they stay. */
    int staying(String absent, Officer deputy);

    /** Whether any of what was handed over is still with the deputy, for example because its process is suspended. */
    boolean isAnyOut(String absent, String deputy);

    /** @return by task id the user id of whose it was, of the tasks a deputy has in hand for others */
    Map<String, String> heldFor(String deputy);
}
