package org.qingwang.indicator;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingwang.casefile.CaseHappenings;
import org.qingwang.casefile.CaseScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers the queries of indicators for a period, each with the list that its figure is the number or the sum of. Reads what
 * was entered in the period and the past of those cases, nothing else: a week costs a week.
 */
@Service
@Transactional(readOnly = true)
public class CaseCounts {

    private final CaseHappenings happenings;

    CaseCounts(CaseHappenings happenings) {
        this.happenings = happenings;
    }

    /**
     * @param scope which cases belong to the campaign
     * @return the list behind each figure
     */
    public Map<CaseQuery, List<CountedCase>> count(Collection<CaseQuery> queries, Span span, CaseScope scope) {
        Map<CaseQuery, List<CountedCase>> lists = new EnumMap<>(CaseQuery.class);
        Set<CaseQuery> stocks = only(queries, true);
        Set<CaseQuery> flows = only(queries, false);
        if (!flows.isEmpty()) {
            Counting counting = overTheSpan(flows, span, scope);
            flows.forEach(query -> lists.put(query, counting.of(query)));
        }
        if (!stocks.isEmpty()) {
            SupervisedCases supervised = supervised(span, scope);
            stocks.forEach(query -> lists.put(query, supervised.of(query)));
        }
        return lists;
    }

    private static Set<CaseQuery> only(Collection<CaseQuery> queries, boolean stock) {
        return queries.stream()
                .filter(query -> query.isStock() == stock)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseQuery.class)));
    }

    /** A case that was joined in the period may take away what counted before. */
    private Counting overTheSpan(Set<CaseQuery> flows, Span span, CaseScope scope) {
        Set<String> keys = flows.stream().flatMap(CaseQuery::keys).collect(Collectors.toSet());
        return counting(happenings.concerned(keys, span.after(), span.until(), scope), span);
    }

    private SupervisedCases supervised(Span span, CaseScope scope) {
        Set<String> supervised = happenings.supervised(span.until(), scope);
        return new SupervisedCases(counting(happenings.of(supervised, SupervisedCases.KEYS, span.until()), span), span);
    }

    private static Counting counting(CaseHappenings.Past past, Span span) {
        return new Counting(past.happenings(), past.joinings(), span);
    }
}
