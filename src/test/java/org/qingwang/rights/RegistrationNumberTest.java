package org.qingwang.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** If a way of writing is not understood, an officer sees "unknown" where the right stands in the register. */
class RegistrationNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456|123456",
                "第 123456 号|123456",
                "第123456号第25类|123456",
                "商标注册证第 １２３４５６７ 号|1234567",
                "Reg. No. 2,178,784|2178784",
                "No 2 178 784|2178784",
                "RN 2178784 (Aug. 4, 1998)|2178784",
                "注册号：1234 5678|12345678",
                "  12345678A |12345678A",
                "007 第 5 号|007",
            })
    void readsTheNumberHoweverItIsWritten(String written, String number) {
        assertThat(RegistrationNumber.parse(written).orElseThrow().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN12345678|CN|12345678",
                "cn 12345678|CN|12345678",
                "ＣＮ：12345678|CN|12345678",
                "US Reg. 2,178,784|-|2178784",
                "US 2,178,784|US|2178784",
                "EU 018000001|EM|018000001",
                "G1234567|WO|1234567",
                "国际注册第G1234567号|WO|1234567",
                "中国商标注册第123456号|CN|123456",
                "No. 123456|-|123456",
            })
    void keepsTheOfficeItWasWrittenWith(String written, String office, String number) {
        RegistrationNumber parsed = RegistrationNumber.parse(written).orElseThrow();
        assertThat(parsed.office().orElse("-")).isEqualTo(office);
        assertThat(parsed.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "待补充", "n/a", "见附件", "第号"})
    void findsNoNumberWhereThereIsNone(String written) {
        assertThat(RegistrationNumber.parse(written)).isEmpty();
    }

    /** Two numbers in one field must not melt into one that nobody registered. */
    @Test
    void doesNotJoinTwoNumbers() {
        assertThat(RegistrationNumber.parse("123456, 234567").orElseThrow().number())
                .isEqualTo("123456");
        assertThat(RegistrationNumber.parse("123456,234567").orElseThrow().number())
                .isEqualTo("123456");
    }

    /** A pasted document must not cost the server more than a number does. */
    @Test
    void answersAtOnceOnHostileText() {
        assertThat(RegistrationNumber.parse("1 ".repeat(100_000))).isPresent();
        assertThat(RegistrationNumber.parse("9".repeat(100_000))).isEmpty();
    }
}
