package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.qingwang.agency.AgencyService;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Without this, a demonstration's database could be put to real use with accounts whose password everybody knows. */
@QingwangTest
class DemoAccountsGuardTest {

    @Autowired
    private AgencyService agencies;

    @Test
    void aDatabaseThatWasADemonstrationsIsRefusedInProduction() {
        assertThatThrownBy(() -> new DemoAccountsGuard(agencies).afterSingletonsInstantiated())
                .isInstanceOf(NotFitForProduction.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }
}
