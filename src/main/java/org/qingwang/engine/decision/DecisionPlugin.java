package org.qingwang.engine.decision;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets us learn which rule of a table fired, and has FEEL remember what it parsed. */
@Component
class DecisionPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.getCustomPostDecisionTableEvaluationListeners().add(new FiredRules());
        decisions.setFeelEngineFactory(RememberingFeel::new);
        configuration.setDmnEngineConfiguration(decisions);
    }
}
