package org.qingwang.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Open tasks, as the current person sees them in Tasklist and with that person's rights. Whatever the engine refuses is
 * thrown as {@link org.qingwang.common.BadInput} or {@link org.qingwang.common.NotAllowed}.
 */
public interface TaskBoard {

    /** The lists the person has, in Tasklist's order. */
    List<TaskList> lists();

    /** @return the tasks of a list, those due first in front; empty if there is no such list */
    List<OpenTask> of(String listId, int most);

    /** @return those of the tasks the person may see, in no particular order */
    List<OpenTask> named(Collection<String> ids);

    /** @return the task, if it is open and the person may see it */
    Optional<OpenTask> find(String id);

    /** @return the tasks somebody has taken, as far as the person may see them, those due first in front */
    List<OpenTask> takenBy(String userId, int most);

    /** @return by task id the groups one of whose members may take it */
    Map<String, Set<String>> groupsOf(Collection<String> ids);

    /** Takes the task for the person. */
    void claim(String id);

    /** Gives the task to somebody. */
    void assign(String id, String userId);

    /** Completes the task by its form, which is checked as if the person had filled it in alone. */
    void answer(String id, Map<String, Object> submission);
}
