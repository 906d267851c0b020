package org.qingwang.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Remembers each flow node and sequence flow that any test of this build passed. Tests run in several JVMs, so each
 * writes what it was the first to pass into a file of its own.
 */
@Component
class PassedFlows extends AbstractProcessEnginePlugin {

    /** One folder for each build: what an earlier one passed says nothing about this one. */
    private static final Path FOLDER = Path.of("target", "passed-flows", System.getProperty("qingwang.build", "now"));

    private static final Path OWN = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    /** @return what was passed in any JVM of this build, as {@code <process>/<element>} */
    static Set<String> passed() throws IOException {
        Set<String> passed = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER)) {
            for (Path file : files) {
                passed.addAll(Files.readAllLines(file));
            }
        }
        return passed;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : listeners;
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                watch(definition.getKey(), definition);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static void watch(String process, ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, remember(process, activity.getId()));
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow)
                            .addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, remember(process, flow.getId())));
            watch(process, activity);
        }
    }

    private static ExecutionListener remember(String process, String element) {
        String passed = process + "/" + element;
        return execution -> {
            if (PASSED.add(passed)) {
                write(passed);
            }
        };
    }

    private static synchronized void write(String passed) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(OWN, passed + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
