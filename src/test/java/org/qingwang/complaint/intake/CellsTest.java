package org.qingwang.complaint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.ComplainantType;

/** Cells as spreadsheets of many hands hold them. A cell misread is a deadline or a threshold miscounted. */
class CellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03",
                "2026/11/3",
                "2026年11月3日",
                " 2026.11.03 ",
                "2026-11-3 00:00",
                "２０２６年１１月３日",
                "2026/11/03 09:30:00",
                "2026 年 11 月 3 日"
            })
    void aDayInAnySpelling(String cell) {
        assertThat(Cells.date("receivedOn", cell)).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "03/11/2026, intake.date.form",
        "yesterday, intake.date.form",
        "2026-13-01, intake.date.none",
        "2026-02-29, intake.date.none",
        "46329, intake.date.number"
    })
    void whatIsNoDayIsRefused(String cell, String key) {
        assertRefused(() -> Cells.date("receivedOn", cell), "receivedOn", key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1299 | 1299",
                "1,299.50 | 1299.50",
                "1，299.50 | 1299.50",
                "¥1,299,000 | 1299000",
                "￥ 35 | 35",
                "35.5元 | 35.5",
                "１２件 | 12",
                "RMB 20 | 20",
                "0 | 0"
            })
    void aFigureWithItsThousandsAndItsUnit(String cell, BigDecimal expected) {
        assertThat(Cells.figure("unitPrice", cell)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.299,50", "12,99", "about 100", "约100", "-5", "1e9", "$20", "1,2345", "=1+1", "NaN"})
    void whatIsNoFigureIsRefusedRatherThanGuessed(String cell) {
        assertRefused(() -> Cells.figure("unitPrice", cell), "unitPrice", "intake.figure");
    }

    @ParameterizedTest
    @CsvSource({"CNY, CNY", "rmb, CNY", "人民币, CNY", "￥, CNY"})
    void theYuanUnderItsNames(String cell, String expected) {
        assertThat(Cells.currency("currency", cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "$", "HKD", "JPY"})
    void anyOtherCurrencyIsRefusedBecauseThresholdsAreInYuan(String cell) {
        assertRefused(() -> Cells.currency("currency", cell), "currency", "intake.currency");
    }

    @ParameterizedTest
    @CsvSource({
        "330000, 330000",
        "330106, 330106",
        "浙江, 330000",
        "浙江省杭州市西湖区, 330000",
        "Zhejiang, 330000",
        "zhejiang province, 330000",
        "内蒙古自治区, 150000",
        "Inner Mongolia, 150000",
        "Guangxi Zhuang Autonomous Region, 450000",
        "北京市, 110000",
        "中国广东, 440000",
        "Shaanxi, 610000",
        "Shanxi, 140000",
        "Hong Kong, 810000"
    })
    void aProvinceByCodeOrName(String cell, String code) {
        assertThat(Cells.region("sellerRegion", cell)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"990000", "33", "Atlantis", "abroad", "美国"})
    void anUnknownRegionIsRefused(String cell) {
        assertRefused(() -> Cells.region("sellerRegion", cell), "sellerRegion", "intake.region");
    }

    @ParameterizedTest
    @CsvSource({
        "RIGHTS_HOLDER, RIGHTS_HOLDER", "rights holder, RIGHTS_HOLDER", "权利人, RIGHTS_HOLDER",
        "Law firm, AGENT", "消费者, CONSUMER", "匿名, ANONYMOUS"
    })
    void whoComplains(String cell, ComplainantType expected) {
        assertThat(Cells.complainantType("complainantType", cell)).isEqualTo(expected);
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String field, String key) {
        assertThatThrownBy(reading)
                .asInstanceOf(InstanceOfAssertFactories.type(BadInput.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.messageKey()).isEqualTo(key);
                });
    }
}
