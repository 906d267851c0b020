package org.qingwang.evidence;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether files are checked for viruses, at {@code /actuator/health/files}. No reason to send nobody to this node, so none of
 * its answers counts for the health of the whole.
 */
@Component("virusScanner")
class VirusScannerHealth implements HealthIndicator {

    private static final Status ABSENT = new Status("ABSENT", "no virus scanner is configured; files are not checked");
    private static final Status SILENT = new Status("SILENT", "the virus scanner does not answer; no file is taken");

    private final VirusScanner scanner;

    VirusScannerHealth(VirusScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public Health health() {
        if (!scanner.isConfigured()) {
            return Health.status(ABSENT).build();
        }
        return scanner.answers() ? Health.up().build() : Health.status(SILENT).build();
    }
}
