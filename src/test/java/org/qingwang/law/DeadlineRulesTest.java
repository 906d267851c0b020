package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If a rule holds the wrong figure, every case of an agency is late or rushed in the same way. */
class DeadlineRulesTest {

    private final DeadlineRules rules = new DeadlineRules();
    private final WorkingCalendar calendar = new WorkingCalendar();

    /** The last day of each period, counted by hand with the calendar of 2026 in WorkingCalendarTest. */
    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource(textBlock = """
            # 7 working days, old measures: Mon 13 (1), Tue 14 ... Fri 17 (5), Mon 20 (6), Tue 21 (7)
            complaint.acceptance, 2026-04-10, 2026-04-21
            # 7 working days over Spring Festival: Sat 14 (1), Tue 24 - Fri 27 (2-5), Sat 28 (6), Mon 2 March (7)
            complaint.acceptance, 2026-02-13, 2026-03-02
            # 10 working days: Mon 9 - Fri 13 (1-5), Mon 16 - Fri 20 (6-10)
            complaint.supplement, 2026-11-06, 2026-11-20
            # 45: 23-24 Apr (1-2), 27-30 (3-6), 1-5 May off, 6-9 (7-10, Sat 9 worked), 11-15 (15), 18-22 (20), 25-29 (25),
            # 1-5 June (30), 8-12 (35), 15-18 (39), 19-21 off, 22-26 (44), Mon 29 (45)
            complaint.mediation, 2026-04-22, 2026-06-29
            # 5: Thu 8 (1), Fri 9 (2), Sat 10 worked (3), Mon 12 (4), Tue 13 (5)
            complaint.tell-named-reporter, 2026-09-30, 2026-10-13
            # 3: Mon 23, Tue 24, Wed 25
            case.assignment, 2026-11-20, 2026-11-25
            # 60: 2 Nov - 11 Dec (30), 14-18 (35), 21-25 (40), 28-31 (44), New Year off, 4-8 Jan (49), 11-15 (54), 18-22 (59), Mon 25
            case.handling, 2026-10-30, 2027-01-25
            # 15 over two festivals: see WorkingCalendarTest
            commerce.lead-check, 2026-09-18, 2026-10-15
            # 7: Thu 8, Fri 9, Sat 10 worked, Mon 12, 13, 14, Thu 15
            commerce.advance-registration, 2026-09-30, 2026-10-15
            # 30 days: Sat 14 February is worked
            commerce.seizure, 2026-01-15, 2026-02-14
            # 10: 5-9 January (5) after Sun 4 worked (1) makes 6, Mon 12 - Thu 15 (10)
            commerce.legal-review, 2025-12-31, 2026-01-15
            # 5: Mon 23 - Fri 27
            commerce.hearing-request, 2026-11-20, 2026-11-27
            # 90 days: Sun 15 February, off until 23
            commerce.decision, 2025-11-17, 2026-02-24
            # 7: Wed 6 - Fri 8 (3), Sat 9 worked (4), Mon 11 - Wed 13 (7)
            commerce.service, 2026-04-30, 2026-05-13
            # 15 days: Mon 5 October, off until 7
            commerce.payment, 2026-09-20, 2026-10-08
            # 20 over the year's end: see WorkingCalendarTest
            commerce.publication, 2025-12-12, 2026-01-12
            # 3: Fri 13, Sat 14 worked, Tue 24
            commerce.publication-withdrawal, 2026-02-12, 2026-02-24
            # 3 days: Sun 4 October, off until 7
            referral.head-decision, 2026-10-01, 2026-10-08
            # 3 days: Sun 22 November, Mon 23
            referral.police-decision, 2026-11-19, 2026-11-23
            referral.reconsideration-request, 2026-11-16, 2026-11-19
            referral.reconsideration-decision, 2026-11-16, 2026-11-19
            referral.procuratorate, 2026-11-16, 2026-11-19
            referral.articles, 2026-11-18, 2026-11-23
            # 15 days: Sat 14 November, Mon 16
            platform.counter-declaration, 2026-10-30, 2026-11-16
            # 3: Fri 8, Sat 9 worked, Mon 11
            customs.holder-answer, 2026-05-07, 2026-05-11
            # 30: 2-6 Nov (5), 9-13 (10), 16-20 (15), 23-27 (20), 30 Nov-4 Dec (25), 7-11 Dec (30)
            customs.determination, 2026-10-30, 2026-12-11
            # 20 of the same row
            customs.court-notice-application, 2026-10-30, 2026-11-27
            # 50: 1-3 June (3) ... 8-12 (8) 15-18 (12) 22-26 (17) 29 Jun-3 Jul (22) 6-10 (27) 13-17 (32) 20-24 (37)
            # 27-31 (42) 3-7 Aug (47) 10 (48) 11 (49) 12 (50); day one is Wed 3, so 3-5 June are the first three
            customs.court-notice-ex-officio, 2026-06-02, 2026-08-12
            customs.recordation-decision, 2026-10-30, 2026-12-11
            customs.recordation-change, 2026-10-30, 2026-12-11
            """)
    void endsOnTheDayTheLawSays(String rule, LocalDate event, LocalDate lastDay) {
        Instant noon = event.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant();
        assertThat(rules.inForce(rule, event).due(noon, calendar)).isEqualTo(WorkingCalendar.endOf(lastDay));
    }

    @ParameterizedTest
    @CsvSource({"referral.transfer", "referral.pass-on"})
    void hoursRunThroughNightsAndHolidays(String rule) {
        ZonedDateTime evening = ZonedDateTime.of(2026, 2, 14, 22, 15, 0, 0, WorkingCalendar.ZONE);
        assertThat(rules.inForce(rule, evening.toLocalDate()).due(evening.toInstant(), calendar))
                .isEqualTo(evening.plusDays(1).toInstant());
    }

    @Test
    void aRuleChangesOnTheDayTheNewTextComesIntoForce() {
        DeadlineRule before = rules.inForce("complaint.acceptance", LocalDate.of(2026, 4, 14));
        DeadlineRule after = rules.inForce("complaint.acceptance", LocalDate.of(2026, 4, 15));
        assertThat(before.basis().article()).isEqualTo("14");
        assertThat(before.verified()).isTrue();
        assertThat(after.basis().law()).contains("Order 121");
        assertThat(after.verified()).isFalse();
    }

    @Test
    void anUnknownRuleOrATimeBeforeTheLawIsAnError() {
        assertThatThrownBy(() -> rules.inForce("commerce.nonsense", LocalDate.of(2026, 1, 5)))
                .hasMessageContaining("commerce.nonsense");
        assertThatThrownBy(() -> rules.inForce("commerce.decision", LocalDate.of(2020, 1, 5)))
                .hasMessageContaining("2020-01-05");
    }

    @Test
    void everyRuleSaysInBothLanguagesWhatItIsAndWhereItStands() {
        assertThat(rules.all()).hasSizeGreaterThan(30).allSatisfy(rule -> {
            assertThat(rule.name()).isNotBlank();
            assertThat(rule.nameZh()).matches(".*\\p{IsHan}.*");
            assertThat(rule.startsAtZh()).matches(".*\\p{IsHan}.*");
            assertThat(rule.basis().lawZh()).matches(".*\\p{IsHan}.*");
            assertThat(rule.limit()).isPositive();
            // a figure without an article cannot have been checked
            assertThat(rule.verified() && rule.basis().article().isEmpty()).isFalse();
        });
    }
}
