package org.qingwang.audit;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --qingwang.audit.verify=true}: checks the audit chain, prints what was found and ends the application, with
 * exit code 0 if the chain holds and 1 if it does not. Runs before any job does.
 */
@Component
@ConditionalOnProperty(ChainCheckAtStart.PROPERTY)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ChainCheckAtStart implements ApplicationRunner, ExitCodeGenerator {

    /** The start option. */
    public static final String PROPERTY = "qingwang.audit.verify";

    private final AuditService audit;
    private boolean holds;

    ChainCheckAtStart(AuditService audit) {
        this.audit = audit;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ChainReport report = audit.verify();
        holds = report.holds();
        System.out.println(sentence(report));
    }

    static String sentence(ChainReport report) {
        return report.broken()
                .map(broken -> "The audit chain is broken. " + broken.sentence() + " Entries whole before it: "
                        + report.checked() + ".")
                .orElseGet(
                        () -> "The audit chain holds: " + report.checked() + " entries, head " + report.head() + ".");
    }

    @Override
    public int getExitCode() {
        return holds ? 0 : 1;
    }
}
