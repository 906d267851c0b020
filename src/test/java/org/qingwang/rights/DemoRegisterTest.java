package org.qingwang.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever tries the product files a complaint about one of these marks and must get the finding the README names. */
@QingwangTest
class DemoRegisterTest {

    @Autowired
    private RightsService rights;

    @Autowired
    private RightsImportService imports;

    @ParameterizedTest
    @CsvSource({
        "99000001,VALID",
        "99000002,VALID",
        "99000003,LAPSED",
        "99000004,LAPSED",
        "99000005,PENDING",
        "G99000006,VALID",
        "99000007,FOREIGN",
    })
    void thereIsAMarkForEveryFinding(String number, RightFinding.Status status) {
        new DemoRegister(imports).run(null);
        assertThat(rights.check(number, LocalDate.of(2026, 11, 22)).status()).isEqualTo(status);
    }

    @Test
    void startingAgainChangesNothing() {
        new DemoRegister(imports).run(null);
        TradeMark before = rights.find("CN", "99000001").orElseThrow();
        new DemoRegister(imports).run(null);
        assertThat(rights.find("CN", "99000001")).contains(before);
        assertThat(before.licensees()).containsExactly("嘉禾商贸有限公司");
    }
}
