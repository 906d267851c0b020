package org.qingwang.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A holder asked for too much security loses goods that should be held; asked for too little, the consignee pays. */
@QingwangTest
class CustomsTablesTest {

    @Autowired
    SecurityTable securities;

    /** Implementing Measures art. 23: all below 20,000; half up to 200,000 but at least 20,000; then 100,000. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "EX_OFFICIO,    0.01,      LOW,         0.01",
        "EX_OFFICIO,    19999.99,  LOW,     19999.99",
        "EX_OFFICIO,    20000,     MIDDLE,  20000.00",
        "EX_OFFICIO,    40000,     MIDDLE,  20000.00",
        "EX_OFFICIO,    40000.02,  MIDDLE,  20000.01",
        "EX_OFFICIO,    200000,    MIDDLE, 100000.00",
        "EX_OFFICIO,    200000.01, HIGH,   100000.00",
        "EX_OFFICIO,    9000000,   HIGH,   100000.00",
        "APPLICATION,   19999.99,  FULL,    19999.99",
        "APPLICATION,   9000000,   FULL,  9000000.00"
    })
    void securityFollowsRouteAndValue(Route route, BigDecimal value, String tier, String required) {
        RequiredSecurity security = securities.required(route, value, LocalDate.parse("2026-11-20"));
        assertThat(security.tier()).isEqualTo(tier);
        assertThat(security.required()).isEqualTo(required);
        assertThat(security.decisionTable()).startsWith("customs-security:");
    }

    @Autowired
    DisposalTable disposals;

    /** Regulation art. 27: welfare, holder, auction, destruction; imported marks enter commerce only exceptionally. */
    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  true,  IMPORT, TRADEMARK, WELFARE",
        "false, true,  true,  true,  IMPORT, TRADEMARK, HOLDER",
        "false, false, true,  false, EXPORT, TRADEMARK, AUCTION",
        "false, false, true,  false, IMPORT, PATENT,    AUCTION",
        "false, false, true,  false, IMPORT, TRADEMARK, DESTRUCTION",
        "false, false, true,  true,  IMPORT, TRADEMARK, AUCTION",
        "false, false, false, true,  IMPORT, TRADEMARK, DESTRUCTION",
        "false, false, false, false, TRANSIT, COPYRIGHT, DESTRUCTION"
    })
    void disposalFollowsTheLegalOrder(
            boolean welfare,
            boolean holder,
            boolean removable,
            boolean exceptional,
            Examination.Direction direction,
            RightKind right,
            Disposal.Method method) {
        Disposal disposal = new Disposal(welfare, holder, removable, exceptional, null, null, null, null, null);
        assertThat(disposals.lawful(disposal, goods(direction, right))).isEqualTo(method);
    }

    private static Examination goods(Examination.Direction direction, RightKind right) {
        return new Examination(
                Examination.Finding.SUSPECTED,
                Route.EX_OFFICIO,
                direction,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                right,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
