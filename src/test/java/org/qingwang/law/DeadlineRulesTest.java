package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If a rule holds the wrong figure, every case of an agency is late or rushed in the same way. */
class DeadlineRulesTest {

    private final DeadlineRules rules = new DeadlineRules(Law.shipped());
    private final WorkingCalendar calendar = new WorkingCalendar(Law.shipped());

    /** The last day of each period, counted by hand with the calendar of 2026 in WorkingCalendarTest. */
    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource(textBlock = """
            # 7 working days, old measures: Mon 13 (1), Tue 14 ... Fri 17 (5), Mon 20 (6), Tue 21 (7)
            complaint.acceptance, 2026-04-10, 2026-04-21
            # 7 working days over Spring Festival: Sat 14 (1), Tue 24 - Fri 27 (2-5), Sat 28 (6), Mon 2 March (7)
            complaint.acceptance, 2026-02-13, 2026-03-02
            # 7 over Labour Day: Thu 23, Fri 24 (2), Mon 27 - Thu 30 (6), 1-5 May off, Wed 6 (7)
            complaint.dispute, 2026-04-22, 2026-05-06
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
            # 3: Mon 23, Tue 24, Wed 25
            referral.report, 2026-11-20, 2026-11-25
            # 7 days: Mon 23 November
            referral.supervision, 2026-11-16, 2026-11-23
            # 60: as case.handling
            referral.investigation, 2026-10-30, 2027-01-25
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
            # 60: as case.handling
            customs.completion, 2026-10-30, 2027-01-25
            customs.recordation-decision, 2026-10-30, 2026-12-11
            customs.recordation-change, 2026-10-30, 2026-12-11
            # 7 over Spring Festival: Sat 14 worked (1), Tue 24 - Fri 27 (5), Sat 28 worked (6), Mon 2 March (7)
            complaint.mediation-result, 2026-02-13, 2026-03-02
            # 7 over National Day: Thu 8 (1), Fri 9 (2), Sat 10 worked (3), Mon 12 - Thu 15 (7)
            complaint.competence-dispute, 2026-09-30, 2026-10-15
            # 7 over Labour Day: Wed 6 - Fri 8 (3), Sat 9 worked (4), Mon 11 - Wed 13 (7)
            complaint.consumer-answer, 2026-04-30, 2026-05-13
            # 7 over the year's end: Wed 31 (1), 1-3 off, Sun 4 worked (2), Mon 5 - Fri 9 (7)
            complaint.acceptance, 2025-12-30, 2026-01-09
            # 5 over Spring Festival: Sat 14 worked (1), Tue 24 - Fri 27 (5)
            complaint.tell-named-reporter, 2026-02-13, 2026-02-27
            # 45 from the last day of the year: Sun 4 Jan worked (1), 5-9 (6), 12-16 (11), 19-23 (16), 26-30 (21), 2-6 Feb (26),
            # 9-13 (31), Sat 14 worked (32), 24-27 (36), Sat 28 worked (37), 2-6 March (42), Mon 9 - Wed 11 (45)
            complaint.mediation, 2025-12-31, 2026-03-11
            # 15 over Spring Festival: 11-13 (3), Sat 14 worked (4), 24-27 (8), Sat 28 worked (9), 2-6 March (14), Mon 9 (15)
            commerce.lead-check, 2026-02-10, 2026-03-09
            # 15 over the year's end: 18-19 (2), 22-26 (7), 29-31 (10), 1-3 off, Sun 4 worked (11), Mon 5 - Thu 8 (15)
            commerce.lead-check, 2025-12-17, 2026-01-08
            # 7 over Spring Festival: as for mediation-result
            commerce.advance-registration, 2026-02-13, 2026-03-02
            # 7 over the year's end: Sun 4 worked (1), 5-9 (6), Mon 12 (7)
            commerce.advance-registration, 2025-12-31, 2026-01-12
            # 30 days: 11 of January, 19 of February: off until 23
            commerce.seizure, 2026-01-20, 2026-02-24
            # 30 days: 29 of December, New Year's Day: off until 3, Sun 4 worked
            commerce.seizure, 2025-12-02, 2026-01-04
            # 10 over Spring Festival: 11-13 (3), Sat 14 (4), 24-27 (8), Sat 28 (9), Mon 2 March (10)
            commerce.legal-review, 2026-02-10, 2026-03-02
            # 5: Fri 13, Sat 14 worked, Tue 24, 25, Thu 26
            commerce.hearing-request, 2026-02-12, 2026-02-26
            # 90 days: 28 of July, 31, 30, 1 October: off until 7
            commerce.decision, 2026-07-03, 2026-10-08
            # 7 over Spring Festival: 12-13 (2), Sat 14 worked (3), Tue 24 - Fri 27 (7)
            commerce.service, 2026-02-11, 2026-02-27
            # 7 over the year's end: 30-31 (2), Sun 4 worked (3), Mon 5 - Thu 8 (7)
            commerce.service, 2025-12-29, 2026-01-08
            # 15 days: 20 February, off until 23
            commerce.payment, 2026-02-05, 2026-02-24
            # 15 days: 13 of December, 2 January: off until 3, Sun 4 worked
            commerce.payment, 2025-12-18, 2026-01-04
            # 20 over Spring Festival: 2-6 (5), 9-13 (10), Sat 14 (11), 24-27 (15), Sat 28 (16), Mon 2 - Thu 5 March (20)
            commerce.publication, 2026-01-30, 2026-03-05
            # 20 over National Day: Sun 20 worked (1), 21-24 (5), 28-30 (8), 8-9 (10), Sat 10 (11), 12-16 (16), 19-22 (20)
            commerce.publication, 2026-09-18, 2026-10-22
            # 10 over National Day: 8-9 (2), Sat 10 worked (3), 12-16 (8), Mon 19, Tue 20 (10)
            commerce.publication-push, 2026-09-30, 2026-10-20
            # 10 over Spring Festival: Fri 13 (1), Sat 14 (2), 24-27 (6), Sat 28 (7), Mon 2 - Wed 4 March (10)
            commerce.publication-elsewhere, 2026-02-12, 2026-03-04
            # 3 over the year's end: Sun 4 worked, Mon 5, Tue 6
            commerce.publication-withdrawal, 2025-12-31, 2026-01-06
            # 3 months to a day February does not have: its last one, a worked Saturday or not
            commerce.publication-end-light, 2025-11-30, 2026-02-28
            # 3 years, validity: Tue 20 November 2029
            commerce.publication-end, 2026-11-20, 2029-11-20
            # 2 years, validity: Mon 20 November 2028
            commerce.limitation, 2026-11-20, 2028-11-20
            # 5 years from a day 2029 does not have
            commerce.limitation-health, 2024-02-29, 2029-02-28
            # 3 days: 17 February, off until 23
            referral.head-decision, 2026-02-14, 2026-02-24
            # 3 days: 2 January, off until 3, Sun 4 worked
            referral.head-decision, 2025-12-30, 2026-01-04
            # 3 days: Sat 28 February, worked: stays
            referral.head-decision, 2026-02-25, 2026-02-28
            # 3 days: Sat 10 October, worked: stays
            referral.police-decision, 2026-10-07, 2026-10-10
            # 3 days: 3 October, off until 7
            referral.reconsideration-request, 2026-09-30, 2026-10-08
            # 3 days: 18 February, off until 23
            referral.reconsideration-decision, 2026-02-15, 2026-02-24
            # 3 days: Sat 9 May, worked: stays
            referral.procuratorate, 2026-05-06, 2026-05-09
            # 3 days: 3 January, off, Sun 4 worked
            referral.articles, 2025-12-31, 2026-01-04
            # 3: Thu 8, Fri 9, Sat 10 worked
            platform.measures, 2026-09-30, 2026-10-10
            # 3: Sun 4 worked, Mon 5, Tue 6
            platform.forwarding, 2025-12-31, 2026-01-06
            # 15 days: 16 February, off until 23; the cap of 20 working days lies later, on 5 March
            platform.counter-declaration, 2026-02-01, 2026-02-24
            # 15 days: 12 of December, 3 January: off, Sun 4 worked
            platform.counter-declaration, 2025-12-19, 2026-01-04
            # 15 days: Sat 14 November, Mon 16
            platform.correction, 2026-10-30, 2026-11-16
            # 15 days: 15 of February, off until 23
            platform.declaration, 2026-01-31, 2026-02-24
            # 15 days: 11 of December, 4 of January: a worked Sunday, stays
            platform.declaration, 2025-12-20, 2026-01-04
            # 10 over Spring Festival: 11-13 (3), Sat 14 (4), 24-27 (8), Sat 28 (9), Mon 2 March (10)
            platform.decision, 2026-02-10, 2026-03-02
            # 10 over National Day: 8-9 (2), Sat 10 worked (3), 12-16 (8), Mon 19, Tue 20 (10)
            platform.publication, 2026-09-30, 2026-10-20
            # 3 over National Day: Thu 8, Fri 9, Sat 10 worked
            platform.restoration, 2026-09-30, 2026-10-10
            # 3 over Spring Festival: Sat 14 worked, Tue 24, Wed 25
            platform.restoration, 2026-02-13, 2026-02-25
            # 3 years, at least: a Sunday, but nothing has to be done on it
            platform.records, 2026-11-11, 2029-11-11
            # 3 over Spring Festival: Sat 14 worked, Tue 24, Wed 25
            customs.holder-answer, 2026-02-13, 2026-02-25
            # 3 over National Day: Wed 30, Thu 8, Fri 9
            customs.holder-answer, 2026-09-29, 2026-10-09
            # 3 over the year's end: Sun 4 worked, Mon 5, Tue 6
            customs.holder-answer, 2025-12-31, 2026-01-06
            # 30 over Spring Festival: 5 March (20, see publication), 6 (21), 9-13 (26), 16-19 (30)
            customs.determination, 2026-01-30, 2026-03-19
            # 20 over National Day: see publication
            customs.court-notice-application, 2026-09-18, 2026-10-22
            # 50 over the year's end: 1-5 (5), 8-12 (10), 15-19 (15), 22-26 (20), 29-31 (23), Sun 4 (24), 5-9 (29), 12-16 (34),
            # 19-23 (39), 26-30 (44), 2-6 February (49), Mon 9 (50)
            customs.court-notice-ex-officio, 2025-11-28, 2026-02-09
            # 10 years, validity: no calendar of 2036 is asked for
            customs.recordation-expiry, 2026-11-20, 2036-11-20
            # 6 months back to a day February does not have
            customs.recordation-renewal, 2026-08-31, 2026-02-28
            # 7 back over National Day: Sat 10 worked (1), Fri 9 (2), Thu 8 (3), 30-28 September (6), 25-27 off, Thu 24 (7)
            commerce.hearing-notice, 2026-10-12, 2026-09-24
            # 7 back over Spring Festival: Mon 2 (1), Sat 28 worked (2), 27-24 (6), Sat 14 worked (7)
            commerce.hearing-notice, 2026-03-03, 2026-02-14
            # 7 back over the year's end: Mon 5 (1), Sun 4 worked (2), 1-3 off, 31-29 (5), 26 and 25 December (7)
            commerce.hearing-notice, 2026-01-06, 2025-12-25
            """)
    void endsOnTheDayTheLawSays(String rule, LocalDate event, LocalDate lastDay) {
        Instant noon = event.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant();
        assertThat(rules.inForce(rule, event).due(noon, calendar)).isEqualTo(WorkingCalendar.endOf(lastDay));
    }

    /** Every Friday before offices close; a Friday that is off moves the return to the next working day. */
    @ParameterizedTest(name = "week of {0}: {1}")
    @CsvSource(textBlock = """
            # Mon 16 November: Fri 20
            2026-11-16, 2026-11-20
            # the Friday itself
            2026-11-20, 2026-11-20
            # Mon 28 September: Fri 2 October, off until 7
            2026-09-28, 2026-10-08
            # Mon 16 February: Fri 20, off until 23
            2026-02-16, 2026-02-24
            # Mon 29 December: Fri 2 January, off until 3, Sun 4 worked
            2025-12-29, 2026-01-04
            """)
    void theWeeklyReturnIsDueBeforeOfficesCloseOnFriday(LocalDate week, LocalDate lastDay) {
        Instant morning = week.atTime(9, 0).atZone(WorkingCalendar.ZONE).toInstant();
        assertThat(rules.inForce("return.weekly", week).due(morning, calendar))
                .isEqualTo(lastDay.atTime(17, 30).atZone(WorkingCalendar.ZONE).toInstant());
    }

    /** A rule that no row counts may be wrong for years. */
    @Test
    void everyRuleIsCountedHere() throws NoSuchMethodException {
        Set<String> counted = new HashSet<>(List.of("referral.transfer", "referral.pass-on", "return.weekly"));
        String table = DeadlineRulesTest.class
                .getDeclaredMethod("endsOnTheDayTheLawSays", String.class, LocalDate.class, LocalDate.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> counted.add(line.split(",")[0]));
        assertThat(rules.all()).extracting(DeadlineRule::id).allMatch(counted::contains);
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
