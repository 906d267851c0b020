package org.qingwang.indicator;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingwang.casefile.CaseHappening;
import org.qingwang.casefile.CaseHappening.Joined;
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
        Set<String> asked = new HashSet<>(keys);
        asked.add("casefile.event.joined-to");
        Set<String> concerned = happenings.entered(asked, span.after(), span.until(), scope).stream()
                .map(CaseHappening::caseNo)
                .collect(Collectors.toSet());
        return counting(concerned, keys, span);
    }

    private SupervisedCases supervised(Span span, CaseScope scope) {
        Set<String> supervised = happenings.supervised(span.until(), scope);
        return new SupervisedCases(counting(supervised, SupervisedCases.KEYS, span), span);
    }

    private Counting counting(Set<String> cases, Collection<String> keys, Span span) {
        Set<Joined> joinings = happenings.joinings(cases);
        Set<String> families = new HashSet<>(cases);
        joinings.forEach(joined -> {
            families.add(joined.caseNo());
            families.add(joined.into());
        });
        return new Counting(happenings.of(families, keys, span.until()), joinings, span);
    }
}
