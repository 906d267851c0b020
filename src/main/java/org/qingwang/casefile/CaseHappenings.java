package org.qingwang.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.casefile.CaseHappening.Joined;
import org.qingwang.casefile.HappeningRows.Entered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in cases, for whoever counts. The timeline is append-only: the same question about the past has the same
 * answer for ever.
 */
@Service
@Transactional(readOnly = true)
public class CaseHappenings {

    private static final String JOINED = "casefile.event.joined-to";

    private final HappeningRows rows;

    CaseHappenings(HappeningRows rows) {
        this.rows = rows;
    }

    /**
     * The past of some cases, as far as it matters to whoever counts.
     *
     * @param happenings in them and in whatever was joined to them or they to it
     * @param joinings among all those
     */
    public record Past(List<CaseHappening> happenings, Set<Joined> joinings) {}

    /**
     * The past of the cases in which something was entered in a span of time. Costs what that span and those cases hold,
     * however much came before and beside them.
     *
     * @param keys message keys of the timeline; the joining of a case counts as something too
     * @param after not from this instant itself
     * @param until this instant included
     * @return everything of these kinds up to the end of the span
     */
    public Past concerned(Collection<String> keys, Instant after, Instant until, CaseScope scope) {
        Set<String> asked = new HashSet<>(keys);
        asked.add(JOINED);
        List<Entered> entered = rows.entered(asked, after, until, scope);
        Set<String> concerned = cases(entered.stream());
        Set<Joined> joinings = joinings(concerned);
        List<CaseHappening> happenings = new ArrayList<>();
        entered.stream()
                .map(Entered::happening)
                .filter(one -> keys.contains(one.messageKey()))
                .forEach(happenings::add);
        // A case opened within the span has no earlier past; a day is left for what is opened and entered in one
        // moment.
        Instant begun = after.plus(Duration.ofDays(1));
        happenings.addAll(read(
                cases(entered.stream().filter(one -> one.openedAt().isBefore(begun))), keys, after));
        happenings.addAll(read(relatives(concerned, joinings), keys, until));
        return new Past(happenings, joinings);
    }

    /** The past of these cases up to an instant, of these kinds. */
    public Past of(Set<String> caseNos, Collection<String> keys, Instant until) {
        Set<Joined> joinings = joinings(caseNos);
        Set<String> families = relatives(caseNos, joinings);
        families.addAll(caseNos);
        return new Past(read(families, keys, until), joinings);
    }

    private static Set<String> cases(Stream<Entered> entered) {
        return entered.map(one -> one.happening().caseNo()).collect(Collectors.toSet());
    }

    /** Cases that were joined to these or these to them, without these. */
    private static Set<String> relatives(Set<String> caseNos, Set<Joined> joinings) {
        return joinings.stream()
                .flatMap(joined -> Stream.of(joined.caseNo(), joined.into()))
                .filter(caseNo -> !caseNos.contains(caseNo))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<CaseHappening> read(Collection<String> caseNos, Collection<String> keys, Instant until) {
        return caseNos.isEmpty() ? List.of() : rows.of(caseNos, keys, until);
    }

    /** @return numbers of the cases that were ever put under supervision up to an instant */
    public Set<String> supervised(Instant until, CaseScope scope) {
        return rows.supervised(until, scope);
    }

    /** @return every joining among these cases and whatever was joined to them or they to it, however far */
    private Set<Joined> joinings(Collection<String> caseNos) {
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
