package org.qingwang.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every flow node and every sequence flow of every model was passed by some test. One that was not is a path on which a
 * case would be the first to find out whether it works. Runs once all tests of the build have ended.
 */
class FlowCoverageIT {

    @Test
    void everyPathOfEveryModelWasTaken() throws IOException {
        assumeTrue(System.getProperty("test") == null, "only the whole suite can pass every path");
        Set<String> missing = drawn();
        assertThat(missing).as("elements of all models").isNotEmpty();
        missing.removeAll(PassedFlows.passed());
        assertThat(missing).as("elements no test passed").isEmpty();
    }

    /** The engine takes no such flow: it goes on from the event that came. That event, its only way in, stands for both. */
    private static boolean leadsToAnAwaitedEvent(SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway
                && flow.getTarget().getIncoming().size() == 1;
    }

    private static Set<String> drawn() throws IOException {
        Set<String> drawn = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/bpmn/**/*.bpmn")) {
            try (InputStream xml = file.getInputStream()) {
                BpmnModelInstance model = Bpmn.readModelFromStream(xml);
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                model.getModelElementsByType(FlowNode.class).forEach(node -> drawn.add(process + "/" + node.getId()));
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> !leadsToAnAwaitedEvent(flow))
                        .forEach(flow -> drawn.add(process + "/" + flow.getId()));
            }
        }
        return drawn;
    }
}
