package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** If a rule holds the wrong figure, every case of an agency is late or rushed in the same way. */
class DeadlineRulesTest {

    private static final List<CountedByHand> ROWS = CountedByHand.all();
    private static final List<String> HARD_DAYS = List.of("Spring Festival", "National Day", "make-up day", "year end");
    private static final List<String> HARD_ENDS = List.of("day off", "short month");
    private static final Set<LocalDate> NEW_YEARS_OF_THE_MOON =
            Set.of(LocalDate.of(2026, 2, 17), LocalDate.of(2027, 2, 6));

    private static final Law LAW = Law.shipped();

    private final DeadlineRules rules = new DeadlineRules(LAW);
    private final WorkingCalendar calendar = new WorkingCalendar(LAW);

    /** The counts and why they are so stand in {@code docs/deadlines.md}, for whoever reads law and not code. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void endsOnTheDayCountedByHand(CountedByHand row) {
        DeadlineRule rule = rules.inForce(row.rule(), row.eventDay());
        PeriodCount count = new PeriodCount(rule, row.eventAt(), row.extendedBy(), row.pauses(), calendar);
        assertThat(count.due()).isEqualTo(row.endsAt());
        assertThat(rule.suspension())
                .containsAll(row.pauses().stream().map(Pause::ground).toList());
    }

    static List<CountedByHand> rows() {
        return ROWS;
    }

    /** A page that says 10 where the law data says 15 would be believed by whoever reads only the page. */
    @Test
    void thePageStatesThePeriodThatIsCounted() {
        assertThat(ROWS).allSatisfy(row -> {
            DeadlineRule rule = rules.inForce(row.rule(), row.eventDay());
            assertThat(row.heading()).startsWith(inWords(rule));
            assertThat(row.heading().endsWith(" before")).isEqualTo(rule.backwards());
        });
    }

    private static String inWords(DeadlineRule rule) {
        return switch (rule.unit()) {
            case WORKING_DAY -> rule.limit() + " working days";
            case CALENDAR_DAY -> rule.limit() + " days";
            case HOUR -> rule.limit() + " hours";
            case MONTH -> rule.limit() + " months";
            case YEAR -> rule.limit() + " years";
            case WEEKDAY -> DayOfWeek.of(rule.limit()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
    }

    /** A period nobody counted may be wrong for years, and first where days off are many. */
    @Test
    void everyPeriodIsCountedOverTheDaysOnWhichCountsGoWrong() {
        assertThat(rules.all())
                .allSatisfy(rule -> assertThat(rowsOf(rule).flatMap(row -> row.over().stream()))
                        .as(rule.id())
                        .containsAll(rule.unit() == PeriodUnit.HOUR || rule.needsCalendar() ? HARD_DAYS : HARD_ENDS));
    }

    @Test
    void everyTextOfALawIsCountedWithAllThatItAllows() {
        assertThat(rules.all()).allSatisfy(rule -> {
            assertThat(ROWS)
                    .as("%s since %s", rule.id(), rule.head().from())
                    .anyMatch(row -> rules.inForce(row.rule(), row.eventDay()).equals(rule));
            assertThat(rowsOf(rule).flatMap(row -> row.pauses().stream()).map(Pause::ground))
                    .containsAll(rule.suspension());
            assertThat(rowsOf(rule).anyMatch(row -> row.extendedBy() > 0))
                    .isEqualTo(!rule.extensions().isEmpty());
        });
    }

    private static Stream<CountedByHand> rowsOf(DeadlineRule rule) {
        return ROWS.stream().filter(row -> row.rule().equals(rule.id()));
    }

    /** A line that claims to cross Spring Festival and does not would leave it uncounted. */
    @Test
    void everyLineCrossesWhatItSays() {
        Map<String, Predicate<LocalDate>> days = Map.of(
                "Spring Festival", NEW_YEARS_OF_THE_MOON::contains,
                "National Day", day -> day.getMonthValue() == 10 && day.getDayOfMonth() == 1,
                "make-up day", day -> isWeekend(day) && calendar.isWorkingDay(day),
                "year end", day -> day.getDayOfYear() == 1);
        assertThat(ROWS)
                .allSatisfy(row -> row.over().stream()
                        .filter(days::containsKey)
                        .forEach(over -> assertThat(LocalDate.of(2020, 1, 1)
                                        .datesUntil(LocalDate.of(2027, 12, 31))
                                        .filter(days.get(over)))
                                .as(over)
                                .anyMatch(row::crosses)));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
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
