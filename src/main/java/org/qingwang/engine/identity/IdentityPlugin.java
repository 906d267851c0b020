package org.qingwang.engine.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** How the engine keeps accounts. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new StretchedPassword());
        configuration.setEnablePasswordPolicy(true);
        neverLockAccounts(configuration);
    }

    /** Whoever knows an officer's id could lock the officer out. Tries are limited by their source instead, at sign-in. */
    private static void neverLockAccounts(ProcessEngineConfigurationImpl configuration) {
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
    }
}
