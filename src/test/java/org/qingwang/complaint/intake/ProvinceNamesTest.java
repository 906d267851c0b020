package org.qingwang.complaint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.ProvinceName;
import org.qingwang.agency.Region;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Without this, a list could name a province that no agency is found in, or none could name a province there is. */
@QingwangTest
class ProvinceNamesTest {

    @Autowired
    private AgencyService agencies;

    @Test
    void everyProvinceOfTheAgenciesIsUnderstoodByBothNames() {
        for (Region region : agencies.regions()) {
            assertThat(ProvinceName.code(region.chineseName()))
                    .as(region.chineseName())
                    .hasValue(region.code());
            assertThat(ProvinceName.code(region.englishName()))
                    .as(region.englishName())
                    .hasValue(region.code());
            assertThat(ProvinceName.code(region.code())).hasValue(region.code());
        }
    }

    @Test
    void noOtherProvinceIsUnderstood() {
        long known = 0;
        for (int code = 100000; code < 1000000; code += 10000) {
            known += ProvinceName.code(Integer.toString(code)).isPresent() ? 1 : 0;
        }
        assertThat(known).isEqualTo(agencies.regions().size());
    }
}
