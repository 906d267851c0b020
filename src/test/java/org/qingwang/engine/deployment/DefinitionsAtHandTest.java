package org.qingwang.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A supervisor who suspends a process must see it stand still, not seconds later. */
@QingwangTest
class DefinitionsAtHandTest {

    private static final String KEY = "test-definitions-at-hand";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    private String deployment;
    private String definition;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .singleResult()
                .getId();
        runtime.startProcessInstanceById(definition);
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aSuspensionCountsAtOnceAndSoDoesItsEnd() {
        repository.suspendProcessDefinitionById(definition);
        refusesToStart();

        repository.activateProcessDefinitionById(definition);
        starts();

        repository.suspendProcessDefinitionByKey(KEY);
        refusesToStart();
    }

    @Test
    void aSuspensionCountsWithinItsOwnTransactionAndNotWhenThatFails() {
        transaction.executeWithoutResult(status -> {
            repository.suspendProcessDefinitionById(definition);
            refusesToStart();
            status.setRollbackOnly();
        });
        starts();
    }

    @Test
    void aDefinitionThatIsGoneIsNotFound() {
        assertThat(repository.getProcessDefinition(definition).getKey()).isEqualTo(KEY);
        repository.deleteDeployment(deployment, true);
        assertThatThrownBy(() -> runtime.startProcessInstanceById(definition)).hasMessageContaining(definition);
        deploy();
    }

    private void refusesToStart() {
        assertThatThrownBy(() -> runtime.startProcessInstanceById(definition))
                .isInstanceOf(SuspendedEntityInteractionException.class);
    }

    private void starts() {
        assertThatCode(() -> runtime.startProcessInstanceById(definition)).doesNotThrowAnyException();
    }
}
