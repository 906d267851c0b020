package org.qingwang.indicator;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.casefile.CaseHappening;
import org.qingwang.casefile.CaseHappening.Joined;
import org.qingwang.indicator.CaseQuery.Said;
import org.qingwang.indicator.CountedCase.Standing;
import org.qingwang.law.WorkingCalendar;

/**
 * Counts what happened in cases. What counts at an instant follows from what was entered until then and from which cases
 * were joined until then; a period has what counts at its end and did not at its beginning. So the periods of a campaign
 * always add up to what counts at the end of the last one.
 */
final class Counting {

    private static final Comparator<CaseHappening> IN_ORDER = Comparator.comparingLong(CaseHappening::eventId);

    private final List<CaseHappening> history;
    private final Map<String, Joined> joinings;
    private final Span span;

    /**
     * @param history everything that could count in the cases that are looked at, up to the end of the period
     * @param joinings among those cases
     */
    Counting(Collection<CaseHappening> history, Collection<Joined> joinings, Span span) {
        this.history = history.stream().sorted(IN_ORDER).toList();
        this.joinings = joinings.stream().collect(Collectors.toMap(Joined::caseNo, Function.identity()));
        this.span = span;
    }

    /** @return the list behind the figure of the period */
    List<CountedCase> of(CaseQuery query) {
        Map<Long, CaseHappening> before = counted(query, span.after());
        Map<Long, CaseHappening> now = counted(query, span.until());
        List<CountedCase> rows = new ArrayList<>();
        now.forEach((id, happening) -> {
            if (!before.containsKey(id)) {
                boolean late = dayOf(query, happening).isBefore(span.from());
                rows.add(row(query, happening, late ? Standing.LATE : Standing.PERIOD));
            }
        });
        before.forEach((id, happening) -> {
            if (!now.containsKey(id)) {
                rows.add(row(query, happening, Standing.WITHDRAWN));
            }
        });
        return rows;
    }

    /** What counts at an instant, by the number of its entry. */
    private Map<Long, CaseHappening> counted(CaseQuery query, Instant at) {
        Map<Long, CaseHappening> counted = new TreeMap<>();
        Map<String, CaseHappening> firstOf = new HashMap<>();
        for (CaseHappening one : history) {
            if (one.at().isAfter(at) || query.sentenceOf(one).isEmpty()) {
                continue;
            }
            boolean first = firstOf.putIfAbsent(wholeOf(one.caseNo(), at), one) == null;
            if (first || !query.countsCaseOnce()) {
                counted.put(one.eventId(), one);
            }
        }
        counted.values().removeIf(one -> dayOf(query, one).isBefore(span.begin()));
        return counted;
    }

    /** @return the case that goes on with what this one was about, at an instant */
    private String wholeOf(String caseNo, Instant at) {
        String whole = caseNo;
        Joined joined = joinings.get(whole);
        for (int steps = 0; joined != null && !joined.at().isAfter(at) && steps <= joinings.size(); steps++) {
            whole = joined.into();
            joined = joinings.get(whole);
        }
        return whole;
    }

    /** @return of each case that goes on at an instant, everything that happened in it and in what was joined to it */
    Map<String, List<CaseHappening>> wholes(Instant at) {
        return history.stream()
                .filter(one -> !one.at().isAfter(at))
                .collect(Collectors.groupingBy(one -> wholeOf(one.caseNo(), at), TreeMap::new, Collectors.toList()));
    }

    private CountedCase row(CaseQuery query, CaseHappening one, Standing standing) {
        return row(one, dayOf(query, one), amountOf(query, one), standing);
    }

    static CountedCase row(CaseHappening one, LocalDate day, BigDecimal amount, Standing standing) {
        return new CountedCase(
                one.caseNo(),
                one.eventId(),
                one.agency(),
                day,
                one.at(),
                amount,
                standing,
                one.goods(),
                one.platform(),
                one.right());
    }

    /** Nothing happens after it was entered. */
    private static LocalDate dayOf(CaseQuery query, CaseHappening one) {
        LocalDate entered = WorkingCalendar.dateOf(one.at());
        int argument = query.sentenceOf(one).map(Said::day).orElse(-1);
        if (argument < 0 || argument >= one.arguments().size()) {
            return entered;
        }
        LocalDate said = parsed(one.arguments().get(argument), entered);
        return said.isAfter(entered) ? entered : said;
    }

    private static LocalDate parsed(String day, LocalDate otherwise) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static BigDecimal amountOf(CaseQuery query, CaseHappening one) {
        if (!query.isSum()) {
            return BigDecimal.ONE;
        }
        return query.sentenceOf(one).stream()
                .flatMap(sentence -> sentence.amounts().stream())
                .filter(argument -> argument < one.arguments().size())
                .map(argument -> new BigDecimal(one.arguments().get(argument).replace(",", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
