package org.qingwang.engine.identity;

import static org.qingwang.agency.Role.ADMINISTRATOR;
import static org.qingwang.agency.Role.HEAD;
import static org.qingwang.agency.Role.LEGAL_REVIEWER;
import static org.qingwang.agency.Role.OFFICE;
import static org.qingwang.agency.Role.OFFICER;
import static org.qingwang.agency.Role.SUPERVISOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.qingwang.agency.Role;

/**
 * Who may do what in the engine; what is not listed here nobody may do. Grants go to roles and to whole definitions,
 * never to single tasks: whose task it is follows from the tenant, and who of them may work it from the task's
 * candidates. That keeps the table at a few rows for each process, and the task query fast.
 */
final class Grants {

    /**
     * A row of the engine's authorization table.
     *
     * @param group to whom
     * @param resource number of the kind of thing
     * @param id which one, {@code *} for all
     * @param permissions the engine's bit mask
     */
    record Grant(String group, int resource, String id, int permissions) {}

    private static final String ALL = "*";

    /** Processes whose instances carry the tenant of the jurisdiction that works them. */
    private static final List<String> OF_A_JURISDICTION = List.of(
            "complaint",
            "mediation",
            "case-assignment",
            "case-supervision",
            "case-assistance",
            "competence-dispute",
            "agency-handling",
            "decision-annulment",
            "publication-elsewhere",
            "publication-end",
            "commerce-investigation",
            "penalty-hearing",
            "coercive-measure",
            "customs-detention",
            "referral-report",
            "referral-review",
            "referral-objection",
            "referral-reconsideration",
            "referral-supervision",
            "referral-articles",
            "police-investigation",
            "platform-notice",
            "platform-correction",
            "pledge",
            "pledge-period",
            "campaign-liaison",
            "key-task",
            "lasting-measure",
            "weekly-return");

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> OF_AN_AGENCY = Set.of(OFFICER, HEAD, LEGAL_REVIEWER);
    private static final Set<Role> ACROSS_AGENCIES = Set.of(OFFICE, SUPERVISOR);

    private final List<Grant> list = new ArrayList<>();

    private Grants() {}

    static List<Grant> all() {
        Grants grants = new Grants();
        grants.everybody();
        grants.agencies();
        grants.acrossAgencies();
        grants.supervision();
        grants.supervisors();
        grants.administrators();
        return List.copyOf(grants.list);
    }

    /** Names of colleagues and agencies, the list filters an administrator made, and the web applications. */
    private void everybody() {
        for (Role role : EVERYBODY) {
            grant(role, Resources.FILTER, ALL, role == ADMINISTRATOR ? Permissions.ALL : Permissions.READ);
            grant(role, Resources.USER, ALL, Permissions.READ);
            grant(role, Resources.GROUP, ALL, Permissions.READ);
            grant(role, Resources.TENANT, ALL, Permissions.READ);
        }
    }

    private void agencies() {
        for (Role role : OF_AN_AGENCY) {
            webApplications(role);
            for (String process : OF_A_JURISDICTION) {
                boolean starts = process.equals("complaint") && role == OFFICER;
                grant(
                        role,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.TASK_WORK,
                        starts ? ProcessDefinitionPermissions.CREATE_INSTANCE : ProcessDefinitionPermissions.NONE,
                        role == HEAD ? ProcessDefinitionPermissions.TASK_ASSIGN : ProcessDefinitionPermissions.NONE);
            }
        }
        grant(OFFICER, Resources.PROCESS_INSTANCE, ALL, ProcessInstancePermissions.CREATE);
    }

    /** That they read all tasks is said twice: Cockpit's report of tasks by group does not ask by definitions. */
    private void acrossAgencies() {
        for (Role role : ACROSS_AGENCIES) {
            webApplications(role);
            grant(
                    role,
                    Resources.PROCESS_DEFINITION,
                    ALL,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                    role == SUPERVISOR ? ProcessDefinitionPermissions.RETRY_JOB : ProcessDefinitionPermissions.NONE,
                    role == SUPERVISOR
                            ? ProcessDefinitionPermissions.SUSPEND_INSTANCE
                            : ProcessDefinitionPermissions.NONE,
                    role == SUPERVISOR
                            ? ProcessDefinitionPermissions.UPDATE_INSTANCE
                            : ProcessDefinitionPermissions.NONE,
                    role == SUPERVISOR ? ProcessDefinitionPermissions.TASK_ASSIGN : ProcessDefinitionPermissions.NONE);
            grant(role, Resources.TASK, ALL, TaskPermissions.READ);
            grant(role, Resources.DECISION_DEFINITION, ALL, Permissions.READ, Permissions.READ_HISTORY);
            grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ALL, Permissions.READ);
            grant(role, Resources.DEPLOYMENT, ALL, Permissions.READ);
        }
    }

    /** Reports on supervised cases are theirs to accept, pledges theirs to countersign, campaigns theirs to run. */
    private void supervision() {
        for (Role role : ACROSS_AGENCIES) {
            for (String process : List.of(
                    "case-supervision",
                    "competence-dispute",
                    "pledge",
                    "pledge-period",
                    "campaign",
                    "key-task",
                    "briefing")) {
                boolean starts = process.equals("campaign") && role == OFFICE;
                grant(
                        role,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.TASK_WORK,
                        starts ? ProcessDefinitionPermissions.CREATE_INSTANCE : ProcessDefinitionPermissions.NONE);
            }
        }
        grant(OFFICE, Resources.PROCESS_INSTANCE, ALL, ProcessInstancePermissions.CREATE);
    }

    private void supervisors() {
        grant(SUPERVISOR, Resources.BATCH, ALL, BatchPermissions.READ);
    }

    /**
     * Looks after the engine and repairs what is stuck; works no case. Accounts are kept on our own pages, models are
     * deployed by the release alone, and history is deleted by nobody.
     */
    private void administrators() {
        grant(ADMINISTRATOR, Resources.APPLICATION, ALL, Permissions.ALL);
        grant(ADMINISTRATOR, Resources.AUTHORIZATION, ALL, Permissions.READ);
        grant(ADMINISTRATOR, Resources.DEPLOYMENT, ALL, Permissions.READ);
        grant(ADMINISTRATOR, Resources.SYSTEM, ALL, SystemPermissions.ALL);
        grant(ADMINISTRATOR, Resources.BATCH, ALL, BatchPermissions.READ, BatchPermissions.UPDATE);
        grant(ADMINISTRATOR, Resources.DECISION_DEFINITION, ALL, Permissions.READ);
        grant(ADMINISTRATOR, Resources.DECISION_REQUIREMENTS_DEFINITION, ALL, Permissions.READ);
        grant(
                ADMINISTRATOR,
                Resources.PROCESS_DEFINITION,
                ALL,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.UPDATE,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                ProcessDefinitionPermissions.DELETE_INSTANCE);
    }

    private void webApplications(Role role) {
        for (String application : List.of("tasklist", "cockpit", "welcome")) {
            grant(role, Resources.APPLICATION, application, Permissions.ACCESS);
        }
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        int mask = 0;
        for (Permission permission : permissions) {
            mask |= permission.getValue();
        }
        list.add(new Grant(role.group(), resource.resourceType(), id, mask));
    }
}
