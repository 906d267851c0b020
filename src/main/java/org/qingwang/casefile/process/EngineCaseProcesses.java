package org.qingwang.casefile.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseProcesses;
import org.qingwang.engine.OwnDoing;
import org.qingwang.engine.deployment.ModelDeployment;
import org.qingwang.engine.rights.ChangeOfHands;
import org.springframework.stereotype.Component;

/** Moves the processes of a case, or lets {@code casefile} call those of another agency. */
@Component
class EngineCaseProcesses implements CaseProcesses {

    private static final String CLOSE = "Task_CloseCase";

    private static final String WHO_LEADS = "Gateway_LeadAgency";

    /** What an agency does in a case, or the head who says which agency it is. */
    private static final List<String> IN_SOMEBODYS_HANDS = List.of(
            "Call_CaseAssignment", "Call_CommerceInvestigation", "Call_CustomsDetention", "Call_AgencyHandling");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ChangeOfHands hands;
    private final OwnDoing ownDoing;

    EngineCaseProcesses(
            RuntimeService runtime,
            RepositoryService repository,
            TaskService tasks,
            ChangeOfHands hands,
            OwnDoing ownDoing) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.hands = hands;
        this.ownDoing = ownDoing;
    }

    @Override
    public void move(String caseNo, Jurisdiction from, Jurisdiction to) {
        hands.move(caseNo, from.id(), to.id());
    }

    @Override
    public void beginAnew(String caseNo, Jurisdiction lead) {
        ownDoing.run(() -> {
            ProcessInstance file = casefile(caseNo);
            if (file == null) {
                return;
            }
            List<String> active = runtime.getActiveActivityIds(file.getId());
            ProcessInstanceModificationInstantiationBuilder change = runtime.createProcessInstanceModification(
                            file.getId())
                    .startBeforeActivity(WHO_LEADS)
                    .setVariable(CasefileProcess.JURISDICTION, lead.id())
                    .setVariable(CasefileProcess.AGENCY, lead.agency().key());
            IN_SOMEBODYS_HANDS.stream().filter(active::contains).forEach(change::cancelAllForActivity);
            change.execute();
        });
    }

    @Override
    public void close(String caseNo, CaseOutcome outcome) {
        ownDoing.run(() -> {
            ProcessInstance file = casefile(caseNo);
            ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(file.getId());
            runtime.getActiveActivityIds(file.getId()).stream().distinct().forEach(change::cancelAllForActivity);
            change.startBeforeActivity(CLOSE)
                    .setVariable(CasefileProcess.OUTCOME, outcome.name())
                    .execute();
        });
    }

    @Override
    public void bringUpToDate(String caseNo) {
        ownDoing.run(() -> {
            ProcessInstance file = casefile(caseNo);
            ProcessDefinition model = modelOfThisRelease();
            if (file == null || file.getProcessDefinitionId().equals(model.getId())) {
                return;
            }
            MigrationPlan plan = runtime.createMigrationPlan(file.getProcessDefinitionId(), model.getId())
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(file.getId()).execute();
        });
    }

    private ProcessInstance casefile(String caseNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo, CasefileProcess.KEY)
                .singleResult();
    }

    private ProcessDefinition modelOfThisRelease() {
        Deployment release = repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .get(0);
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(release.getId())
                .processDefinitionKey(CasefileProcess.KEY)
                .singleResult();
    }

    @Override
    public int give(String caseNo, Jurisdiction jurisdiction, String officerId) {
        List<Task> given = new ArrayList<>();
        ownDoing.run(() -> {
            given.addAll(tasks.createTaskQuery().processVariableValueEquals("caseNo", caseNo).list().stream()
                    .filter(task -> jurisdiction.id().equals(task.getTenantId()))
                    .filter(task -> !officerId.equals(task.getAssignee()))
                    .filter(task -> isForOfficers(task, jurisdiction))
                    .toList());
            given.forEach(task -> tasks.setAssignee(task.getId(), officerId));
        });
        return given.size();
    }

    private boolean isForOfficers(Task task, Jurisdiction jurisdiction) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .anyMatch(jurisdiction.id()::equals);
    }
}
