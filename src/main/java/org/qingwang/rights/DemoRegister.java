package org.qingwang.rights;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Invented marks to try complaints with, one for each thing the register can say: in force, expired, cancelled, applied for,
 * international, foreign. Their numbers begin with 990000, which no office has reached.
 */
@Component
@Profile("demo & !test")
class DemoRegister implements ApplicationRunner {

    private final RightsImportService imports;

    DemoRegister(RightsImportService imports) {
        this.imports = imports;
    }

    /** At every start; from the second on it changes nothing. */
    @Override
    public void run(ApplicationArguments arguments) {
        imports.importFile(new ClassPathResource("rights/demo-register.csv"));
    }
}
