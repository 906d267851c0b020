package org.qingwang.engine.rights;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Jurisdictions as tenants, grants on definitions, and our own code above both. */
@Component
class RightsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new TenantOfJurisdiction());
        configuration.setResourceAuthorizationProvider(new NoRowPerTask());
        configuration.setDelegateInterceptor(new WithoutChecks());
    }
}
