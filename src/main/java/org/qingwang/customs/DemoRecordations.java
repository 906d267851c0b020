package org.qingwang.customs;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Invented recordations to try a detention with: in force for each kind of right, expired with its mark, cancelled. The
 * marks are those of the demonstration's rights register.
 */
@Component
@Profile("demo")
class DemoRecordations implements ApplicationRunner {

    private static final List<Recordation> RECORDED = List.of(
            new Recordation(
                    "T2024-90001",
                    RightKind.TRADEMARK,
                    "99000001",
                    "云鹤 YUNHE",
                    "云鹤箱包（杭州）有限公司",
                    LocalDate.of(2024, 3, 1),
                    LocalDate.of(2029, 5, 6),
                    "嘉禾商贸有限公司",
                    false),
            new Recordation(
                    "C2023-90002",
                    RightKind.COPYRIGHT,
                    "2023-F-990002",
                    "小河豚",
                    "小河豚文化有限公司",
                    LocalDate.of(2023, 6, 15),
                    LocalDate.of(2033, 6, 14),
                    null,
                    false),
            new Recordation(
                    "P2022-90003",
                    RightKind.PATENT,
                    "ZL20229900003",
                    "折叠童车",
                    "轻行童车有限公司",
                    LocalDate.of(2022, 9, 1),
                    LocalDate.of(2032, 8, 31),
                    null,
                    false),
            new Recordation(
                    "T2014-90004",
                    RightKind.TRADEMARK,
                    "99000003",
                    "北辰 BEICHEN",
                    "北辰电器有限公司",
                    LocalDate.of(2014, 5, 1),
                    LocalDate.of(2021, 6, 20),
                    null,
                    false),
            new Recordation(
                    "T2021-90005",
                    RightKind.TRADEMARK,
                    "99000004",
                    "听泉",
                    "听泉茶业有限公司",
                    LocalDate.of(2021, 1, 10),
                    LocalDate.of(2026, 10, 13),
                    null,
                    true));

    private final RecordationService recordations;

    DemoRecordations(RecordationService recordations) {
        this.recordations = recordations;
    }

    /** At every start; from the second on it changes nothing. */
    @Override
    public void run(ApplicationArguments arguments) {
        RECORDED.forEach(recordations::take);
    }
}
