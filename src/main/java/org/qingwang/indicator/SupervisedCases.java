package org.qingwang.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.qingwang.casefile.CaseHappening;
import org.qingwang.indicator.CountedCase.Standing;
import org.qingwang.law.WorkingCalendar;

/** How the supervised cases stand at the end of a period: each once, under the case that goes on with it. */
final class SupervisedCases {

    private static final String PUT = "supervision.event.put";
    private static final String CLOSED = "casefile.event.closed";
    private static final String BEGUN_ANEW = "casefile.event.reopened";
    private static final String PROSECUTED = "publicsecurity.event.INVESTIGATION.PROSECUTED";
    private static final String SENT_BACK = "publicsecurity.event.INVESTIGATION.REVERSED";
    private static final String PUBLISHED = "commerce.event.published";
    private static final Set<String> POLICE_FILED = Set.of(
            "publicsecurity.event.POLICE.FILED",
            "publicsecurity.event.RECONSIDERATION.FILED",
            "publicsecurity.event.SUPERVISION.FILED");

    /** Everything that is looked at, and what else shows that a case moved. */
    static final List<String> KEYS = Stream.concat(
                    CaseQuery.allKeys().stream(),
                    Stream.of(PUT, SENT_BACK, "supervision.event.reported", "commerce.event.findings"))
            .distinct()
            .toList();

    private final Map<String, List<CaseHappening>> cases;
    private final Span span;

    /** @param counting over everything that happened in the supervised cases and in what they were joined to */
    SupervisedCases(Counting counting, Span span) {
        this.cases = counting.wholes(span.until());
        this.cases.values().removeIf(happened -> first(happened, PUT) == null);
        this.span = span;
    }

    List<CountedCase> of(CaseQuery query) {
        List<CountedCase> rows = new ArrayList<>();
        cases.forEach((caseNo, happened) -> {
            CaseHappening saying = saying(query, happened);
            if (saying != null) {
                rows.add(Counting.row(saying, WorkingCalendar.dateOf(saying.at()), BigDecimal.ONE, Standing.PERIOD));
            }
        });
        return rows;
    }

    /** @return the entry by which the case belongs to this figure; null if it does not */
    private CaseHappening saying(CaseQuery query, List<CaseHappening> happened) {
        CaseHappening stage = stage(happened);
        return switch (query) {
            case SUPERVISED_TOTAL -> first(happened, PUT);
            case SUPERVISED_WITH_PROGRESS -> progress(happened);
            case SUPERVISED_AT_ADMINISTRATION -> stage == null ? first(happened, PUT) : null;
            case SUPERVISED_WITH_POLICE -> stage != null && POLICE_FILED.contains(stage.messageKey()) ? stage : null;
            case SUPERVISED_IN_COURT -> stage != null && stage.messageKey().equals(PROSECUTED) ? stage : null;
            case SUPERVISED_CLOSED -> stage != null && stage.messageKey().equals(CLOSED) ? stage : null;
            case SUPERVISED_PUBLISHED -> first(happened, PUBLISHED);
            default -> throw new IllegalArgumentException(query + " is not about supervised cases");
        };
    }

    /** @return the entry that says where the case is; null while it is with an administration */
    private static CaseHappening stage(List<CaseHappening> happened) {
        CaseHappening stage = null;
        for (CaseHappening one : happened) {
            String key = one.messageKey();
            if (key.equals(BEGUN_ANEW) || key.equals(SENT_BACK)) {
                stage = null;
            } else if (isStage(one)) {
                stage = one;
            }
        }
        return stage;
    }

    /** A case that ended because it was joined goes on in the other one. */
    private static boolean isStage(CaseHappening one) {
        boolean ended = CaseQuery.CASES_CLOSED.sentenceOf(one).isPresent();
        return ended || one.messageKey().equals(PROSECUTED) || POLICE_FILED.contains(one.messageKey());
    }

    private CaseHappening progress(List<CaseHappening> happened) {
        CaseHappening newest = null;
        for (CaseHappening one : happened) {
            if (one.at().isAfter(span.after()) && !one.messageKey().equals(PUT)) {
                newest = one;
            }
        }
        return newest;
    }

    private static CaseHappening first(List<CaseHappening> happened, String key) {
        return happened.stream()
                .filter(one -> one.messageKey().equals(key))
                .findFirst()
                .orElse(null);
    }
}
