package org.qingwang.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseHappening;
import org.qingwang.casefile.CaseHappening.Joined;
import org.qingwang.indicator.CountedCase.Standing;

/**
 * Random histories of a campaign of eight weeks: cases opened, filed, decided, referred, closed, begun anew, joined, and
 * entered days after they happened. If one of these fails, a published total does not add up to the cases behind it.
 */
class CountingPropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
    private static final int WEEKS = 8;
    private static final int DAYS = WEEKS * 7;
    private static final int CASES = 6;
    private static final List<Jurisdiction> AGENCIES = List.of(
            Jurisdiction.parse("commerce-330000"),
            Jurisdiction.parse("commerce-440000"),
            Jurisdiction.parse("customs-330000"),
            Jurisdiction.parse("publicsecurity-330000"));
    private static final List<String> KINDS = List.of(
            "casefile.event.opened",
            "commerce.event.filing.FILE",
            "customs.event.detained",
            "commerce.event.decided.PENALTY",
            "publicsecurity.event.TRANSFER.TRANSFERRED",
            "publicsecurity.event.POLICE.FILED",
            "casefile.event.closed",
            "casefile.event.reopened",
            "commerce.event.annulled.ANNULLED");
    private static final List<CaseQuery> FLOWS = List.of(CaseQuery.values()).stream()
            .filter(query -> !query.isStock())
            .toList();

    /** What somebody enters: when, how many days after it happened, in which case. */
    record Entry(int day, int hour, int lateBy, int kind, int caseOf, int agency, int cents) {}

    /** A case is joined to one with a lower number, so that nobody goes round in a circle. */
    record Joining(int day, int caseOf, int into) {}

    record History(List<CaseHappening> happened, Set<Joined> joinings) {}

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Entry> entry = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, KINDS.size() - 1),
                        Arbitraries.integers().between(1, CASES),
                        Arbitraries.integers().between(0, AGENCIES.size() - 1),
                        Arbitraries.integers().between(0, 1_000_000))
                .as(Entry::new);
        Arbitrary<Joining> joining = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(2, CASES),
                        Arbitraries.integers().between(1, CASES))
                .as((day, one, other) -> new Joining(day, one, Math.min(other, one - 1)));
        return Combinators.combine(entry.list().ofMaxSize(30), joining.list().ofMaxSize(4))
                .as(CountingPropertyTest::history);
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
            Instant end = span(week).until();
            History then = new History(
                    history.happened().stream()
                            .filter(one -> !one.at().isAfter(end))
                            .toList(),
                    history.joinings().stream()
                            .filter(one -> !one.at().isAfter(end))
                            .collect(Collectors.toSet()));
            for (CaseQuery query : FLOWS) {
                assertThat(week(history, query, week)).isEqualTo(week(then, query, week));
            }
        }
    }

    private static List<CountedCase> week(History history, CaseQuery query, int week) {
        return count(history, query, span(week));
    }

    private static List<CountedCase> count(History history, CaseQuery query, Span span) {
        return new Counting(history.happened(), history.joinings(), span).of(query);
    }

    private static Span span(int week) {
        return new Span(BEGIN, BEGIN.plusDays(week * 7L), BEGIN.plusDays(week * 7L + 6));
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

    private static History history(List<Entry> entries, List<Joining> joinings) {
        List<Entry> inOrder = entries.stream()
                .sorted((one, other) -> at(one.day(), one.hour()).compareTo(at(other.day(), other.hour())))
                .toList();
        List<CaseHappening> happened = new ArrayList<>();
        for (Entry entry : inOrder) {
            happened.add(happening(happened.size() + 1L, entry));
        }
        Map<String, Joined> joined = joinings.stream()
                .map(one -> new Joined("AJ-" + one.caseOf(), "AJ-" + one.into(), at(one.day(), 12)))
                .collect(Collectors.toMap(Joined::caseNo, Function.identity(), (one, other) -> one));
        return new History(happened, Set.copyOf(joined.values()));
    }

    private static CaseHappening happening(long id, Entry entry) {
        String kind = KINDS.get(entry.kind());
        LocalDate day = BEGIN.plusDays(entry.day() - (long) entry.lateBy());
        String money = "%,d.%02d".formatted(entry.cents() / 100, entry.cents() % 100);
        List<String> arguments = switch (kind) {
            case "commerce.event.decided.PENALTY" -> List.of("No. 1", money, day.toString(), money, money);
            case "customs.event.detained" -> List.of("R 1", "10", day.toString(), money);
            case "casefile.event.closed" -> List.of(entry.cents() % 5 == 0 ? "JOINED" : "PENALISED");
            case "commerce.event.annulled.ANNULLED" -> List.of("No. 2", day.toString());
            default -> kind.startsWith("publicsecurity") ? List.of(day.toString()) : List.of();
        };
        return new CaseHappening(
                id,
                "AJ-" + entry.caseOf(),
                at(entry.day(), entry.hour()),
                kind,
                arguments,
                AGENCIES.get(entry.agency()),
                null,
                null,
                null);
    }

    private static Instant at(int day, int hour) {
        return BEGIN.plusDays(day).atTime(hour, 30).toInstant(ZoneOffset.ofHours(8));
    }
}
