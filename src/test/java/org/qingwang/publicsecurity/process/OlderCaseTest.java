package org.qingwang.publicsecurity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A case that was opened before the model knew of suspected crimes. If this fails, whoever finds a crime in an old case
 * cannot tell the police.
 */
@QingwangTest
class OlderCaseTest {

    /** What the model of the case file has learnt since. */
    private static final List<String> LEARNT = List.of(
            "Sub_Referral",
            "Flow_CommerceStops",
            "Flow_CustomsStops",
            "Flow_CommerceStopped",
            "Flow_CustomsStopped",
            "Flow_AwaitPolice",
            "Flow_PoliceDone",
            "Flow_CriminalCase",
            "Flow_BackToAdministration",
            "Message_PoliceFiledCommerce",
            "Message_PoliceFiledCustoms",
            "Task_StopInvestigation",
            "Task_StopDetention",
            "Gateway_WithThePolice",
            "Event_ReferralEnded",
            "Gateway_Reversed");

    @Autowired
    Referrer referrer;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private String older;

    @BeforeEach
    void deployAnOlderRelease() throws IOException {
        try (InputStream xml = getClass().getResourceAsStream("/bpmn/casefile.bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(xml);
            model.getDefinitions().getBpmDiagrams().clear();
            LEARNT.forEach(id -> remove(model, id));
            model.getModelElementsByType(CallActivity.class)
                    .forEach(call -> call.setCamundaCalledElementBinding("latest"));
            older = repository
                    .createDeployment()
                    .name("an older release")
                    .addModelInstance("casefile.bpmn", model)
                    .deploy()
                    .getId();
        }
    }

    private static void remove(BpmnModelInstance model, String id) {
        ModelElementInstance element = model.getModelElementById(id);
        element.getParentElement().removeChildElement(element);
    }

    @AfterEach
    void takeItAway() {
        repository.deleteDeployment(older, true);
    }

    @Test
    void isReferredAndItsInvestigationStopsWhenThePoliceFile() {
        String caseNo = referrer.assigned();
        assertThat(modelOf(caseNo)).isEqualTo(older);

        referrer.begin(caseNo, Referrer.OFFICER);

        assertThat(referrer.open(caseNo)).containsExactly("Task_CheckLead", "Task_WriteReport");
        assertThat(modelOf(caseNo)).isNotEqualTo(older);
        referrer.transfer(caseNo);
        referrer.submit(caseNo, "Task_SignReceipt", Referrer.CONSTABLE, referrer.receipt());
        referrer.submit(caseNo, "Task_DecideCriminalCase", Referrer.POLICE_HEAD, referrer.decision("FILED"));
        assertThat(referrer.open(caseNo)).containsExactly("Task_HandOverArticles");
    }

    private String modelOf(String caseNo) {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo, "casefile")
                .singleResult()
                .getProcessDefinitionId();
        return repository.getProcessDefinition(definition).getDeploymentId();
    }
}
