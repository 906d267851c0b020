package org.qingwang.engine.rights;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;

/**
 * What one person holds: the engine's rows for the person and the person's groups.
 *
 * @param rows those that name the person, one of the groups, or everybody
 */
record HeldGrants(List<Row> rows) {

    /** One row of {@code ACT_RU_AUTHORIZATION}. */
    record Row(int type, String group, int resourceType, String resourceId, int permissions) {

        private boolean grants(PermissionCheck check) {
            boolean resource = resourceType == check.getResourceType()
                    && (Authorization.ANY.equals(resourceId) || resourceId.equals(check.getResourceId()));
            return resource && (permissions & check.getPerms()) == check.getPerms();
        }
    }

    /** Whether nothing but grants is held: what is granted to all or revoked follows an order of its own. */
    boolean areOnlyGrants() {
        return rows.stream().allMatch(row -> row.type() == Authorization.AUTH_TYPE_GRANT);
    }

    boolean hasRevocation() {
        return rows.stream().anyMatch(row -> row.type() == Authorization.AUTH_TYPE_REVOKE);
    }

    /** Which of the person's groups hold anything. */
    Set<String> groups() {
        return rows.stream().map(Row::group).filter(group -> group != null).collect(Collectors.toSet());
    }

    /**
     * Which tasks the person may read.
     *
     * @return empty if that cannot be said by definitions alone
     */
    Optional<ReadableTasks> readableTasks() {
        Set<String> single = resources(Resources.TASK, TaskPermissions.READ);
        Set<String> definitions = resources(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK);
        boolean all = single.remove(Authorization.ANY) | definitions.remove(Authorization.ANY);
        boolean sayable = areOnlyGrants() && (all || single.isEmpty());
        return sayable ? Optional.of(new ReadableTasks(all, definitions)) : Optional.empty();
    }

    /** All tasks, or those of some process definitions. */
    record ReadableTasks(boolean all, Set<String> definitionKeys) {}

    private Set<String> resources(Resource resource, Permission permission) {
        return rows.stream()
                .filter(row -> row.resourceType() == resource.resourceType()
                        && (row.permissions() & permission.getValue()) == permission.getValue())
                .map(Row::resourceId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The engine's own rule, for grants alone: the first check that gives an answer decides among alternatives. */
    boolean allow(CompositePermissionCheck checks) {
        if (!checks.isDisjunctive()) {
            return checks.getAtomicChecks().stream().allMatch(check -> isYes(answer(check)));
        }
        for (PermissionCheck check : checks.getAtomicChecks()) {
            Long answer = answer(check);
            if (answer != null) {
                return isYes(answer);
            }
        }
        return false;
    }

    /** Yes, or what the check says when nothing is found: no, or nothing, which leaves it to the next. */
    private Long answer(PermissionCheck check) {
        boolean granted = rows.stream().anyMatch(row -> row.grants(check));
        return granted ? Long.valueOf(1) : check.getAuthorizationNotFoundReturnValue();
    }

    private static boolean isYes(Long answer) {
        return answer != null && answer == 1;
    }
}
