package org.qingwang.engine.rights;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;

/**
 * Gives a process instance in which officers work the tenant of the jurisdiction that works it. A process without user
 * tasks belongs to no jurisdiction: it outlives a change of the agency in charge.
 */
final class TenantOfJurisdiction implements TenantIdProvider {

    private static final String JURISDICTION = "jurisdiction";

    /** Processes of the campaign office, which belongs to no jurisdiction. */
    private static final Set<String> OF_THE_OFFICE = Set.of("campaign");

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        ProcessDefinitionEntity definition = (ProcessDefinitionEntity) start.getProcessDefinition();
        if (definition.getTaskDefinitions().isEmpty() || OF_THE_OFFICE.contains(definition.getKey())) {
            return null;
        }
        Object handedIn =
                start.getVariables() == null ? null : start.getVariables().get(JURISDICTION);
        if (handedIn != null) {
            return handedIn.toString();
        }
        return hasStartForm(definition) ? ownJurisdiction() : null;
    }

    private static boolean hasStartForm(ProcessDefinitionEntity definition) {
        FormDefinition form = definition.getStartFormDefinition();
        return form != null && form.getCamundaFormDefinitionKey() != null;
    }

    /** Whoever starts a process by its form starts it for the agency he or she works for. */
    private static String ownJurisdiction() {
        return Actors.current()
                .homeJurisdiction()
                .map(Jurisdiction::id)
                .orElseThrow(() -> new BadInput("", "engine.start.no-jurisdiction"));
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return null;
    }
}
