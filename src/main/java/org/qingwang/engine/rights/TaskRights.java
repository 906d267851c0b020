package org.qingwang.engine.rights;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.qingwang.agency.Actor;

/**
 * Who may do what with a task. A grant on a process definition lets an officer work all its tasks, the head's included;
 * this listener on every task keeps each to those it waits for. What the product does by itself passes.
 */
final class TaskRights implements TaskListener {

    private static final String HEAD_SUFFIX = "-head";

    @Override
    public void notify(DelegateTask delegateTask) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null || WithoutChecks.isOurOwnDoing()) {
            return;
        }
        TaskEntity task = (TaskEntity) delegateTask;
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            mayComplete(task, person);
        } else {
            mayChange(task, person);
        }
    }

    private static void mayComplete(TaskEntity task, Authentication person) {
        boolean may = task.getAssignee() == null
                ? isCandidate(task, person.getUserId(), groups(person))
                : task.getAssignee().equals(person.getUserId());
        require(may, "engine.task.complete");
    }

    private static void mayChange(TaskEntity task, Authentication person) {
        for (Map.Entry<String, PropertyChange> change :
                task.getPropertyChanges().entrySet()) {
            switch (change.getKey()) {
                case TaskEntity.ASSIGNEE ->
                    mayAssign(task, person, (String) change.getValue().getOrgValue(), (String)
                            change.getValue().getNewValue());
                case TaskEntity.FOLLOW_UP_DATE ->
                    require(
                            isOverseer(task, person)
                                    || person.getUserId().equals(task.getAssignee())
                                    || isCandidate(task, person.getUserId(), groups(person)),
                            "engine.task.complete");
                default -> throw new NotYourTask("engine.task.fixed");
            }
        }
    }

    private static void mayAssign(TaskEntity task, Authentication person, String from, String to) {
        boolean overseer = isOverseer(task, person);
        if (to == null) {
            require(overseer || person.getUserId().equals(from), "engine.task.assign");
        } else if (to.equals(person.getUserId())) {
            require(from == null || overseer, "engine.task.assign");
            require(isCandidate(task, to, groups(person)), "engine.task.candidate");
        } else {
            require(overseer, "engine.task.assign");
            require(isCandidate(task, to, groupsOf(to)), "engine.task.candidate");
        }
    }

    /** The head of the jurisdiction whose task it is, or somebody who watches over all. */
    private static boolean isOverseer(TaskEntity task, Authentication person) {
        Collection<String> groups = groups(person);
        return groups.contains(Actor.OFFICE_GROUP)
                || groups.contains(Actor.SUPERVISORS_GROUP)
                || (task.getTenantId() != null && groups.contains(task.getTenantId() + HEAD_SUFFIX));
    }

    private static boolean isCandidate(TaskEntity task, String userId, Collection<String> groups) {
        for (IdentityLink link : task.getCandidates()) {
            boolean named = IdentityLinkType.CANDIDATE.equals(link.getType())
                    && (userId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
            if (named) {
                return true;
            }
        }
        return false;
    }

    private static Collection<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : new HashSet<>(person.getGroupIds());
    }

    private static Set<String> groupsOf(String userId) {
        Set<String> groups = new HashSet<>();
        for (Group group : Context.getProcessEngineConfiguration()
                .getIdentityService()
                .createGroupQuery()
                .groupMember(userId)
                .list()) {
            groups.add(group.getId());
        }
        return groups;
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new NotYourTask(otherwise);
        }
    }
}
