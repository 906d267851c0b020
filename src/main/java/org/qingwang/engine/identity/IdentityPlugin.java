package org.qingwang.engine.identity;

import static org.qingwang.engine.identity.StretchedPassword.RECOMMENDED_ROUNDS;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the engine keeps accounts. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    private final int hashRounds;

    IdentityPlugin(@Value("${qingwang.sign-in.hash-rounds:" + RECOMMENDED_ROUNDS + "}") int hashRounds) {
        this.hashRounds = hashRounds;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new StretchedPassword(hashRounds));
        configuration.setEnablePasswordPolicy(true);
        neverLockAccounts(configuration);
    }

    /** Whoever knows an officer's id could lock the officer out. Tries are limited by their source instead, at sign-in. */
    private static void neverLockAccounts(ProcessEngineConfigurationImpl configuration) {
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
    }
}
