package org.qingwang.engine.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.qingwang.engine.Decisions;
import org.qingwang.engine.rights.WithoutChecks;
import org.springframework.stereotype.Component;

/** Asks the engine's decision tables. The engine keeps each evaluation in its history, with inputs and outputs. */
@Component
class DecisionTables implements Decisions {

    private final ProcessEngineConfigurationImpl engine;

    DecisionTables(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Outcome decide(String key, Map<String, ?> facts) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> WithoutChecks.call(() -> evaluate(key, new LinkedHashMap<>(facts))));
    }

    private Outcome evaluate(String key, Map<String, Object> facts) {
        DecisionDefinitionEntity table =
                (DecisionDefinitionEntity) engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(key);
        DmnDecisionResult result = engine.getDmnEngine()
                .evaluateDecision(table, Variables.fromMap(facts).asVariableContext());
        List<String> fired = FiredRules.take();
        if (fired.size() != 1 || result.size() != 1) {
            throw new IllegalStateException("exactly one rule of " + key + " must fire, but did: " + fired);
        }
        return new Outcome(result.getSingleResult().getEntryMap(), fired.get(0), key + ":" + table.getVersion());
    }
}
