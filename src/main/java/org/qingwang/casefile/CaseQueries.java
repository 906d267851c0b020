package org.qingwang.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the cases somebody may see. */
@Service
public class CaseQueries {

    private static final int PAGE = 50;

    private final CaseList cases;
    private final AuditLog audit;

    CaseQueries(CaseList cases, AuditLog audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** @param after where to read on; empty for the newest cases */
    @Transactional(readOnly = true)
    public CaseListPage page(CaseFilter filter, Optional<CaseListPage.Cursor> after) {
        return page(filter, CaseScope.ALL, after);
    }

    /** The same, of those cases alone that the scope means. */
    @Transactional(readOnly = true)
    public CaseListPage page(CaseScope scope, Optional<CaseListPage.Cursor> after) {
        return page(CaseFilter.ALL, scope, after);
    }

    private CaseListPage page(CaseFilter filter, CaseScope scope, Optional<CaseListPage.Cursor> after) {
        List<CaseRow> found = cases.page(readers(), filter, scope, after, PAGE + 1);
        if (found.size() <= PAGE) {
            return new CaseListPage(found, Optional.empty());
        }
        List<CaseRow> rows = found.subList(0, PAGE);
        CaseRow last = rows.get(PAGE - 1);
        return new CaseListPage(rows, Optional.of(new CaseListPage.Cursor(micros(last.openedAt()), last.caseNo())));
    }

    /** Hands out every case of the list, one by one, and remembers who took it along. */
    @Transactional
    public void export(CaseFilter filter, Consumer<CaseRow> taker) {
        audit.record(AuditEntry.of(
                "case.list-exported", "case-list", Actors.current().userId(), Map.of("filter", filter.toString())));
        try (Stream<CaseRow> rows = cases.all(readers(), filter)) {
            rows.forEach(taker);
        }
    }

    /**
     * @param caseNos numbers somebody has on screen
     * @return one line each for those the reader may see; the others are as if they did not exist
     */
    @Transactional(readOnly = true)
    public List<CaseCard> cards(Collection<String> caseNos) {
        return caseNos.isEmpty() ? List.of() : cases.cards(readers(), caseNos);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Optional<Set<Jurisdiction>> readers() {
        Actor actor = Actors.current();
        return actor.seesEverything() ? Optional.empty() : Optional.of(Readers.jurisdictionsOf(actor));
    }
}
