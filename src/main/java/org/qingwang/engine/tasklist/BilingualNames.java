package org.qingwang.engine.tasklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qingwang.engine.ChineseName;
import org.springframework.stereotype.Component;

/**
 * Names tasks and processes in both languages where Tasklist and Cockpit show them, as forms name their fields. A model
 * itself keeps one language, because a picture with two cannot be read.
 */
@Component
class BilingualNames extends AbstractProcessEnginePlugin {

    static final String BETWEEN = " · ";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : configuration.getCustomPostBPMNParseListeners();
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition definition =
                        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                inBothLanguages(task, textOf(definition.getNameExpression()))
                        .ifPresent(name -> definition.setNameExpression(new FixedValue(name)));
            }

            @Override
            public void parseProcess(Element process, ProcessDefinitionEntity definition) {
                inBothLanguages(process, definition.getName()).ifPresent(definition::setName);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static String textOf(Expression name) {
        return name == null ? null : name.getExpressionText();
    }

    private static Optional<String> inBothLanguages(Element element, String english) {
        return Optional.ofNullable(element.element("documentation"))
                .flatMap(documentation -> ChineseName.in(documentation.getText()))
                .filter(chinese -> english != null)
                .map(chinese -> english + BETWEEN + chinese);
    }
}
