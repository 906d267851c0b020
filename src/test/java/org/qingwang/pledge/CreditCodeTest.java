package org.qingwang.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If this fails, an invitation goes to a firm that does not exist, or a real one cannot be asked. */
class CreditCodeTest {

    /** Codes of real firms, as their licences show them, and one whose check digit comes to the remainder 31. */
    @ParameterizedTest
    @ValueSource(strings = {"91330100799655058B", "91440300708461136T", "91110000802100433B", "91310000MA1QW00035"})
    void aCodeOffALicenceIsTaken(String code) {
        assertThat(CreditCode.read(code)).hasValue(new CreditCode(code));
    }

    @Test
    void blanksAndSmallLettersDoNotMatter() {
        assertThat(CreditCode.read(" 9133 0100 7996 55058b "))
                .map(CreditCode::value)
                .hasValue("91330100799655058B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91330100799655058C",
                "91330100799655085B",
                "9133010079965505B",
                "91330100799655058BB",
                "91330100I99655058B",
                "９1330100799655058B",
                ""
            })
    void aSlipOfTheKeyIsFound(String code) {
        assertThat(CreditCode.read(code)).isEmpty();
    }

    @Test
    void nothingIsNoCode() {
        assertThat(CreditCode.read(null)).isEmpty();
    }
}
