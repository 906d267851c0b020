package org.qingwang.engine.history;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/**
 * Leaves out of the engine's operation log what an officer does with the own task: who took it and when stands in the
 * task's history, and what was done in our audit with form and reason. All that others do to a task, and every other
 * operation, is logged.
 */
class TaskWorkLog extends UserOperationLogManager {

    private static final Set<String> OWN_WORK =
            Set.of(UserOperationLogEntry.OPERATION_TYPE_CLAIM, UserOperationLogEntry.OPERATION_TYPE_COMPLETE);

    @Override
    public void logTaskOperations(String operation, TaskEntity task, List<PropertyChange> changes) {
        if (!OWN_WORK.contains(operation)) {
            super.logTaskOperations(operation, task, changes);
        }
    }
}
