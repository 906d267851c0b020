package org.qingwang.start;

import java.util.List;
import org.qingwang.agency.AgencyService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Profile {@code prod} refuses a database that was a demonstration's: everybody can read the password of its accounts.
 * Checked before the web server opens its port.
 */
@Component
@Profile(ProductionGuard.PROFILE)
class DemoAccountsGuard implements SmartInitializingSingleton {

    private final AgencyService agencies;

    DemoAccountsGuard(AgencyService agencies) {
        this.agencies = agencies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (agencies.demoAccountsPresent()) {
            throw new NotFitForProduction(
                    List.of("SPRING_DATASOURCE_URL names a database with demonstration accounts, whose password is"
                            + " published. Give production a database of its own."));
        }
    }
}
