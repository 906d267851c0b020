package org.qingwang.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingwang.casefile.CaseHappening.Joined;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in cases, for whoever counts. The timeline is append-only: the same question about the past has the same
 * answer for ever.
 */
@Service
@Transactional(readOnly = true)
public class CaseHappenings {

    private final HappeningRows rows;

    CaseHappenings(HappeningRows rows) {
        this.rows = rows;
    }

    /**
     * What was entered in a span of time. Costs what that span holds, however much came before it.
     *
     * @param keys message keys of the timeline
     * @param after not from this instant itself
     * @param until this instant included
     */
    public List<CaseHappening> entered(Collection<String> keys, Instant after, Instant until, CaseScope scope) {
        return rows.entered(keys, after, until, scope);
    }

    /** Everything of these kinds in these cases up to an instant. */
    public List<CaseHappening> of(Collection<String> caseNos, Collection<String> keys, Instant until) {
        return caseNos.isEmpty() ? List.of() : rows.of(caseNos, keys, until);
    }

    /** @return numbers of the cases that were ever put under supervision up to an instant */
    public Set<String> supervised(Instant until, CaseScope scope) {
        return rows.supervised(until, scope);
    }

    /** @return every joining among these cases and whatever was joined to them or they to it, however far */
    public Set<Joined> joinings(Collection<String> caseNos) {
        Set<Joined> found = new HashSet<>();
        Set<String> known = new HashSet<>(caseNos);
        Set<String> asked = new HashSet<>(caseNos);
        while (!asked.isEmpty()) {
            List<Joined> next = rows.joinings(asked);
            found.addAll(next);
            asked = new HashSet<>();
            for (Joined one : next) {
                asked.add(one.caseNo());
                asked.add(one.into());
            }
            asked.removeAll(known);
            known.addAll(asked);
        }
        return found;
    }
}
