package org.qingwang.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.indicator.RandomHistories.BEGIN;
import static org.qingwang.indicator.RandomHistories.DAYS;
import static org.qingwang.indicator.RandomHistories.FLOWS;
import static org.qingwang.indicator.RandomHistories.WEEKS;
import static org.qingwang.indicator.RandomHistories.count;
import static org.qingwang.indicator.RandomHistories.span;
import static org.qingwang.indicator.RandomHistories.week;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.qingwang.casefile.CaseHappening.Joined;
import org.qingwang.indicator.CountedCase.Standing;
import org.qingwang.indicator.RandomHistories.History;

/**
 * Random histories of a campaign of eight weeks: cases opened, filed, decided, referred, closed, begun anew, joined, and
 * entered days after they happened. If one of these fails, a published total does not add up to the cases behind it.
 */
class CountingPropertyTest {

    @Provide
    Arbitrary<History> histories() {
        return RandomHistories.histories();
    }

    /** A list, and nothing but its list: by agency and by region it adds up to itself, to the cent. */
    @Property(tries = 150)
    void totalsByAgencyAndRegionAddUpToTheList(@ForAll("histories") History history) {
        for (CaseQuery query : FLOWS) {
            for (int week = 0; week < WEEKS; week++) {
                List<CountedCase> rows = week(history, query, week);
                assertThat(sumOf(by(rows, CountedCase::agency))).isEqualByComparingTo(total(rows));
                assertThat(sumOf(by(rows, row -> row.agency().region()))).isEqualByComparingTo(total(rows));
                assertThat(rows).extracting(CountedCase::eventId).doesNotHaveDuplicates();
            }
        }
    }

    /** Whatever was late, joined or begun anew: eight weeks are what the whole campaign is, and two halves of it too. */
    @Property(tries = 150)
    void weeksAddUpToTheCampaign(@ForAll("histories") History history) {
        for (CaseQuery query : FLOWS) {
            BigDecimal weeks = BigDecimal.ZERO;
            Set<Long> counted = new HashSet<>();
            for (int week = 0; week < WEEKS; week++) {
                for (CountedCase row : week(history, query, week)) {
                    boolean gone = row.standing() == Standing.WITHDRAWN;
                    assertThat(gone ? counted.remove(row.eventId()) : counted.add(row.eventId()))
                            .isTrue();
                }
                weeks = weeks.add(total(week(history, query, week)));
            }
            List<CountedCase> whole = count(history, query, new Span(BEGIN, BEGIN, BEGIN.plusDays(DAYS - 1L)));
            assertThat(weeks).isEqualByComparingTo(total(whole));
            assertThat(counted)
                    .isEqualTo(whole.stream().map(CountedCase::eventId).collect(Collectors.toSet()));
        }
    }

    /** A line is in the week its event fell in, and late if it was entered after that. */
    @Property(tries = 100)
    void aCaseCountsInThePeriodItsEventFellIn(@ForAll("histories") History history) {
        for (CaseQuery query : FLOWS) {
            for (int week = 0; week < WEEKS; week++) {
                Span span = span(week);
                for (CountedCase row : week(history, query, week)) {
                    if (row.standing() == Standing.PERIOD) {
                        assertThat(row.day()).isBetween(span.from(), span.to());
                    } else if (row.standing() == Standing.LATE) {
                        assertThat(row.day()).isBetween(BEGIN, span.from().minusDays(1));
                        assertThat(row.enteredAt()).isAfter(span.after());
                    }
                }
            }
        }
    }

    /** Cases that were joined are one case: none of them counts beside another. */
    @Property(tries = 100)
    void joinedCasesCountOnce(@ForAll("histories") History history) {
        List<CountedCase> whole =
                count(history, CaseQuery.CASES_FILED, new Span(BEGIN, BEGIN, BEGIN.plusDays(DAYS - 1L)));
        Map<String, String> into = history.joinings().stream().collect(Collectors.toMap(Joined::caseNo, Joined::into));
        assertThat(whole)
                .extracting(row -> {
                    String root = row.caseNo();
                    while (into.containsKey(root)) {
                        root = into.get(root);
                    }
                    return root;
                })
                .doesNotHaveDuplicates();
    }

    /** What is entered later changes no earlier week. */
    @Property(tries = 100)
    void anEarlierWeekStaysAsItWas(@ForAll("histories") History history) {
        for (int week = 0; week < WEEKS; week++) {
            History then = history.until(span(week).until());
            for (CaseQuery query : FLOWS) {
                assertThat(week(history, query, week)).isEqualTo(week(then, query, week));
            }
        }
    }

    private static <K> Map<K, BigDecimal> by(List<CountedCase> rows, Function<CountedCase, K> part) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        part, Collectors.reducing(BigDecimal.ZERO, CountingPropertyTest::signed, BigDecimal::add)));
    }

    private static BigDecimal sumOf(Map<?, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(List<CountedCase> rows) {
        return rows.stream().map(CountingPropertyTest::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(CountedCase row) {
        return row.standing() == Standing.WITHDRAWN ? row.amount().negate() : row.amount();
    }
}
