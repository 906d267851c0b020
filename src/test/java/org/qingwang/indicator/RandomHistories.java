package org.qingwang.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseHappening;
import org.qingwang.casefile.CaseHappening.Joined;

/**
 * Random histories of a campaign of eight weeks: cases opened, filed, decided, referred, closed, begun anew, joined, and
 * entered days after they happened.
 */
public final class RandomHistories {

    public static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
    public static final int WEEKS = 8;
    static final int DAYS = WEEKS * 7;
    static final int CASES = 6;
    public static final List<Jurisdiction> AGENCIES = List.of(
            Jurisdiction.parse("commerce-330000"),
            Jurisdiction.parse("commerce-440000"),
            Jurisdiction.parse("customs-330000"),
            Jurisdiction.parse("publicsecurity-330000"));
    static final List<String> KINDS = List.of(
            "casefile.event.opened",
            "commerce.event.filing.FILE",
            "customs.event.detained",
            "commerce.event.decided.PENALTY",
            "publicsecurity.event.TRANSFER.TRANSFERRED",
            "publicsecurity.event.POLICE.FILED",
            "casefile.event.closed",
            "casefile.event.reopened",
            "commerce.event.annulled.ANNULLED");
    public static final List<CaseQuery> FLOWS = List.of(CaseQuery.values()).stream()
            .filter(query -> !query.isStock())
            .toList();

    /** What somebody enters: when, how many days after it happened, in which case. */
    private record Entry(int day, int hour, int lateBy, int kind, int caseOf, int agency, int cents) {}

    /** A case is joined to one with a lower number, so that nobody goes round in a circle. */
    private record Joining(int day, int caseOf, int into) {}

    /** What was entered, and what was joined. */
    public record History(List<CaseHappening> happened, Set<Joined> joinings) {

        /** @return what was known at an instant */
        public History until(Instant end) {
            return new History(
                    happened.stream().filter(one -> !one.at().isAfter(end)).toList(),
                    joinings.stream().filter(one -> !one.at().isAfter(end)).collect(Collectors.toSet()));
        }
    }

    private RandomHistories() {}

    public static Arbitrary<History> histories() {
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
                .as(RandomHistories::history);
    }

    /** @return the list of a week, from 0 */
    public static List<CountedCase> week(History history, CaseQuery query, int week) {
        return count(history, query, span(week));
    }

    static List<CountedCase> count(History history, CaseQuery query, Span span) {
        return new Counting(history.happened(), history.joinings(), span).of(query);
    }

    public static Span span(int week) {
        return new Span(BEGIN, BEGIN.plusDays(week * 7L), BEGIN.plusDays(week * 7L + 6));
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
