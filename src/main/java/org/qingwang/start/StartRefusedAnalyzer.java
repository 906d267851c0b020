package org.qingwang.start;

import org.qingwang.common.StartRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the console what to do, in place of a stack trace. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set the variables named above; docker/.env.example lists them all. To try Qingwang out, leave"
                        + " SPRING_PROFILES_ACTIVE unset: that is the demonstration.",
                cause);
    }
}
