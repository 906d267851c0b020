package org.qingwang.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.qingwang.engine.rights.WithoutChecks;
import org.springframework.stereotype.Component;

/**
 * What the product itself does to the engine because of an act that was checked and audited elsewhere: with nobody's
 * rights, and without a second entry in the log of what people did to the engine.
 */
@Component
public class OwnDoing {

    private final ProcessEngineConfigurationImpl engine;

    OwnDoing(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Runs the work in one command of the engine and in the current transaction. */
    public void run(Runnable work) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> withoutLog(
                        context,
                        () -> WithoutChecks.call(() -> {
                            work.run();
                            return null;
                        })));
    }

    private static <T> T withoutLog(CommandContext context, Supplier<T> work) {
        boolean logged = context.isUserOperationLogEnabled();
        context.disableUserOperationLog();
        try {
            return work.get();
        } finally {
            if (logged) {
                context.enableUserOperationLog();
            }
        }
    }
}
