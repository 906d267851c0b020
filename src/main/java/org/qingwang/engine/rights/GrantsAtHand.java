package org.qingwang.engine.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;

/**
 * Checks rights against the person's grants, which are at hand. The engine composes a new statement for each check
 * and asks three times around it; that was a quarter of the time an officer's task took. Whatever is not a plain grant
 * (revoked, or given to everybody) and every check of several levels is left to the engine.
 */
class GrantsAtHand extends AuthorizationManager {

    private static final Set<Resource> ENDING = Set.of(Resources.TASK, Resources.PROCESS_INSTANCE);

    private final GrantRows grants;
    private String userId;
    private Set<String> groups;
    private HeldGrants held;

    GrantsAtHand(GrantRows grants) {
        this.grants = grants;
    }

    @Override
    public boolean isAuthorized(String user, List<String> groupIds, PermissionCheck check) {
        return isAuthorized(user, groupIds, createCompositePermissionCheck(check));
    }

    @Override
    public boolean isAuthorized(String user, List<String> groupIds, CompositePermissionCheck checks) {
        if (!isAuthorizationEnabled()) {
            return true;
        }
        HeldGrants person = heldBy(user, groupIds);
        if (!person.areOnlyGrants() || !checks.getCompositeChecks().isEmpty()) {
            return super.isAuthorized(user, groupIds, checks);
        }
        checks.getAtomicChecks().forEach(GrantsAtHand::requireFit);
        return person.allow(checks);
    }

    /**
     * Asks for the definitions the person may read tasks of, instead of joining grants to every task. Only a grant on a
     * single task, which the product gives to nobody, cannot be said so.
     */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (query.getAuthCheck().isAuthorizationCheckEnabled()) {
            List<String> groupIds = getCurrentAuthentication().getGroupIds();
            heldBy(getCurrentAuthentication().getUserId(), groupIds)
                    .readableTasks()
                    .ifPresent(readable -> narrow(query, readable));
        }
    }

    private static void narrow(TaskQueryImpl query, HeldGrants.ReadableTasks readable) {
        if (!readable.all()) {
            Set<String> definitions = new TreeSet<>(readable.definitionKeys());
            if (query.getProcessDefinitionKeys() != null) {
                definitions.retainAll(List.of(query.getProcessDefinitionKeys()));
            }
            if (definitions.isEmpty()) {
                return;
            }
            query.processDefinitionKeyIn(definitions.toArray(String[]::new));
        }
        query.getAuthCheck().setAuthorizationCheckEnabled(false);
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        if (groupIds == null || groupIds.isEmpty()) {
            return EMPTY_LIST;
        }
        String current = getCurrentAuthentication() == null
                ? null
                : getCurrentAuthentication().getUserId();
        return new ArrayList<>(heldBy(current, groupIds).groups());
    }

    @Override
    protected boolean isRevokeAuthCheckEnabled(String user, List<String> groupIds) {
        return heldBy(user, groupIds).hasRevocation();
    }

    @Override
    public void insert(DbEntity authorization) {
        super.insert(authorization);
        forget();
    }

    @Override
    public void update(AuthorizationEntity authorization) {
        super.update(authorization);
        forget();
    }

    @Override
    public void delete(DbEntity authorization) {
        super.delete(authorization);
        forget();
    }

    /**
     * Called with each task and process that ends, though nobody holds a grant on a single one as long as no
     * administrator gives it by hand. Grants on what is gone may be remembered: its id does not come back.
     */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (!ENDING.contains(resource)) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
            forget();
        } else if (grants.areAnyOnSingle(ENDING)) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }

    @Override
    public void deleteAuthorizationsByResourceIdAndUserId(Resource resource, String resourceId, String user) {
        super.deleteAuthorizationsByResourceIdAndUserId(resource, resourceId, user);
        forget();
    }

    @Override
    public void deleteAuthorizationsByResourceIdAndGroupId(Resource resource, String resourceId, String groupId) {
        super.deleteAuthorizationsByResourceIdAndGroupId(resource, resourceId, groupId);
        forget();
    }

    private void forget() {
        held = null;
        grants.changed();
    }

    private HeldGrants heldBy(String user, List<String> groupIds) {
        Set<String> asked = groupIds == null ? Set.of() : new HashSet<>(groupIds);
        if (held == null || !asked.equals(groups) || !String.valueOf(user).equals(userId)) {
            held = grants.heldBy(user, asked);
            userId = String.valueOf(user);
            groups = asked;
        }
        return held;
    }

    /** A permission that the kind of resource does not know is a mistake in the calling code. */
    private static void requireFit(PermissionCheck check) {
        boolean fits = ResourceTypeUtil.resourceIsContainedInArray(
                check.getResourceType(), check.getPermission().getTypes());
        if (!fits) {
            throw LOG.invalidResourceForPermission(
                    check.getResource().resourceName(), check.getPermission().getName());
        }
    }
}
