package org.qingwang.engine.form;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Stands before a form that the engine has parsed: what to draw the engine tells, what comes back is ours.
 *
 * @param <H> the engine's kind of form
 */
abstract class ParsedForm<H extends org.camunda.bpm.engine.impl.form.handler.FormHandler>
        implements org.camunda.bpm.engine.impl.form.handler.FormHandler {

    /** The engine's own, which tells Tasklist what to draw. */
    protected final H drawn;

    ParsedForm(H drawn) {
        this.drawn = drawn;
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        throw new UnsupportedOperationException("wraps a form that is parsed already");
    }
}
