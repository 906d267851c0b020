package org.qingwang.engine.picture;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Service;

/** Names of a model's steps in the reader's language. */
@Service
public class StepNames {

    private final RepositoryService repository;
    private final OwnDoing ownDoing;

    StepNames(RepositoryService repository, OwnDoing ownDoing) {
        this.repository = repository;
        this.ownDoing = ownDoing;
    }

    /**
     * @param definition id of the model's version
     * @param step id of a step in it
     * @return its name; its id if it has none
     */
    public String of(String definition, String step, Locale locale) {
        StringBuilder name = new StringBuilder();
        ownDoing.run(() -> name.append(nameIn(definition, step, locale)));
        return name.isEmpty() ? step : name.toString();
    }

    /** @return names of all steps of a model's version by their ids; those without a name are left out */
    public Map<String, String> in(String definition, Locale locale) {
        Map<String, String> names = new HashMap<>();
        ownDoing.run(() -> repository
                .getBpmnModelInstance(definition)
                .getModelElementsByType(FlowNode.class)
                .forEach(step -> names.put(step.getId(), new ModelWords(locale).name(step))));
        names.values().removeIf(String::isEmpty);
        return names;
    }

    private String nameIn(String definition, String step, Locale locale) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(step);
        return element == null ? "" : new ModelWords(locale).name(element);
    }
}
