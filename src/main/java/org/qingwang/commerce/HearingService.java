package org.qingwang.commerce;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the party is heard before a penalty: it is told, answers, and may have a hearing (Administrative Penalty Law arts.
 * 44, 45, 63 to 65). Each step may be called twice.
 *
 * <p>{@code formVersion} is the form the officer filled in, as the audit names it; null if none.
 */
@Service
@Transactional
public class HearingService {

    /** The party asks for a hearing, 5 working days. */
    public static final String REQUEST_CLOCK = "commerce.hearing-request";

    static final String ARRANGEMENT_CLOCK = "commerce.hearing-arrangement";
    static final String NOTICE_CLOCK = "commerce.hearing-notice";
    static final String REPORT_CLOCK = "commerce.hearing-report";

    /** Everything that may run while the party is heard. */
    static final List<String> CLOCKS = List.of(REQUEST_CLOCK, ARRANGEMENT_CLOCK, NOTICE_CLOCK, REPORT_CLOCK);

    private final Investigations investigations;
    private final InvestigationRounds rounds;
    private final InvestigationHearings hearings;
    private final WeightyPenalties weightyPenalties;
    private final StatutoryClocks clocks;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    HearingService(
            Investigations investigations,
            InvestigationRounds rounds,
            InvestigationHearings hearings,
            WeightyPenalties weightyPenalties,
            StatutoryClocks clocks,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.rounds = rounds;
        this.hearings = hearings;
        this.weightyPenalties = weightyPenalties;
        this.clocks = clocks;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** The party was told of the intended penalty. It has five working days to answer unless it waived at once. */
    public void tellParty(String caseNo, PenaltyNotice notice, String formVersion) {
        Investigation investigation = investigations.locked(caseNo);
        Dossier.Round round = latest(investigation);
        if (round.told() != null && notice.equals(round.told().notice())) {
            return;
        }
        investigation.requireStage(Stage.NOTICE);
        new HearingChecks(today()).notice(notice, WorkingCalendar.dateOf(round.recordedAt()));
        weightyPenalties.checkOffer(notice, round.findings());
        PartyAnswer answer = notice.isWaived() ? new PartyAnswer(PartyAnswer.Kind.WAIVED, notice.toldOn(), null) : null;
        hearings.addNotice(investigation.id(), round.number(), notice, answer, time.instant(), actor());
        investigations.setStage(investigation.id(), notice.isWaived() ? Stage.DECISION : Stage.HEARING);
        if (!notice.isWaived()) {
            clocks.dueSince(caseNo, REQUEST_CLOCK, notice.toldOn(), investigation.jurisdiction());
        }
        timeline.happened(caseNo, "commerce.event.told." + notice.answer(), notice.noticeNo(), notice.toldOn());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("noticeNo", notice.noticeNo());
        said.put("toldOn", notice.toldOn().toString());
        said.put("hearingOffered", notice.hearingOffered());
        said.put("answer", notice.answer().name());
        record("commerce.party-told", caseNo, said, null, formVersion);
    }

    /** The party answered in its time. */
    public void recordAnswer(String caseNo, PartyAnswer answer, String formVersion) {
        Investigation investigation = investigations.locked(caseNo);
        Dossier.Round round = latest(investigation);
        if (round.told() != null && answer.equals(round.told().answer())) {
            return;
        }
        investigation.requireStage(Stage.HEARING);
        refuseIfAnswered(round, caseNo);
        StatutoryClock clock = clocks.open(caseNo, REQUEST_CLOCK).orElseThrow();
        new HearingChecks(today()).answer(answer, round.told().notice(), WorkingCalendar.dateOf(clock.dueAt()));
        clocks.metOn(caseNo, REQUEST_CLOCK, answer.answeredOn());
        answered(investigation, round, answer, actor());
        timeline.decided(caseNo, "commerce.event.answered." + answer.kind(), answer.words(), null, answer.answeredOn());
        record(
                "commerce.party-answered",
                caseNo,
                Map.of(
                        "kind",
                        answer.kind().name(),
                        "answeredOn",
                        answer.answeredOn().toString()),
                answer.words(),
                formVersion);
    }

    private void answered(Investigation investigation, Dossier.Round round, PartyAnswer answer, String by) {
        hearings.setAnswer(investigation.id(), round.number(), answer, time.instant(), by);
        if (answer.kind() == PartyAnswer.Kind.HEARING) {
            letDecisionWait(investigation.caseNo());
            clocks.dueSince(
                    investigation.caseNo(), ARRANGEMENT_CLOCK, answer.answeredOn(), investigation.jurisdiction());
        } else {
            investigations.setStage(investigation.id(), Stage.DECISION);
        }
    }

    /** The time of the hearing does not count towards the time to decide; nothing to save once that is over. */
    private void letDecisionWait(String caseNo) {
        Instant now = time.instant();
        clocks.open(caseNo, CommerceService.DECISION_CLOCK)
                .filter(clock -> clock.standstill() == null)
                .filter(clock -> clock.end().filter(now::isBefore).isPresent())
                .ifPresent(clock -> clocks.suspend(
                        caseNo,
                        CommerceService.DECISION_CLOCK,
                        SuspensionGround.HEARING,
                        "Hearing asked for · 当事人要求听证"));
    }

    private void letDecisionGoOn(String caseNo) {
        clocks.open(caseNo, CommerceService.DECISION_CLOCK)
                .filter(clock ->
                        clock.standstill() != null && clock.standstill().ground() == SuspensionGround.HEARING)
                .ifPresent(clock -> clocks.resume(caseNo, CommerceService.DECISION_CLOCK));
    }

    /** The party let its time pass: it counts as having waived. */
    public void noteSilence(String caseNo) {
        Investigation investigation = investigations.locked(caseNo);
        Dossier.Round round = latest(investigation);
        if (round.told() != null && round.told().answer() != null) {
            return;
        }
        investigation.requireStage(Stage.HEARING);
        LocalDate last = WorkingCalendar.dateOf(
                clocks.open(caseNo, REQUEST_CLOCK).orElseThrow().dueAt());
        clocks.stop(caseNo, REQUEST_CLOCK, "Nothing was said in time · 当事人逾期未提出");
        answered(investigation, round, new PartyAnswer(PartyAnswer.Kind.SILENT, last, null), actor());
        timeline.happenedByItself(caseNo, "commerce.event.answered.SILENT", last);
        record("commerce.party-silent", caseNo, Map.of(), null, null);
    }

    /** Day, place and presiding officer of the hearing, of which the party was told. */
    public void arrange(String caseNo, Hearing.Arrangement arrangement, String formVersion) {
        Investigation investigation = investigations.locked(caseNo);
        Dossier.Round round = latest(investigation);
        if (openHearing(round) != null && arrangement.equals(openHearing(round).arrangement())) {
            return;
        }
        investigation.requireStage(Stage.HEARING);
        refuseUnlessAsked(round, caseNo);
        if (openHearing(round) != null) {
            throw new BadInput("", "commerce.hearing-is-arranged", caseNo);
        }
        new HearingChecks(today())
                .arrangement(arrangement, round.told().answer(), investigation.filing(), round.findings());
        toldInTime(investigation, arrangement);
        hearings.arrange(investigation.id(), round.number(), arrangement, time.instant(), actor());
        clocks.met(caseNo, ARRANGEMENT_CLOCK);
        clocks.dueSince(caseNo, REPORT_CLOCK, arrangement.hearingOn(), investigation.jurisdiction());
        timeline.happened(caseNo, "commerce.event.hearing-arranged", arrangement.hearingOn(), arrangement.place());
        record(
                "commerce.hearing-arranged",
                caseNo,
                Map.of("hearingOn", arrangement.hearingOn().toString(), "presider", arrangement.presider()),
                null,
                formVersion);
    }

    private void toldInTime(Investigation investigation, Hearing.Arrangement arrangement) {
        StatutoryClock clock = clocks.start(ClockStart.of(investigation.caseNo(), NOTICE_CLOCK)
                .on(arrangement.hearingOn())
                .by(investigation.jurisdiction()));
        LocalDate last = WorkingCalendar.dateOf(clock.dueAt());
        if (arrangement.noticeOn().isAfter(last)) {
            throw new BadInput("hearingOn", "commerce.hearing-notice-late", arrangement.hearingOn(), last);
        }
        clocks.metOn(investigation.caseNo(), NOTICE_CLOCK, arrangement.noticeOn());
    }

    /** The hearing was held, given up or postponed. */
    public void conclude(String caseNo, Hearing.Conclusion conclusion, String formVersion) {
        Investigation investigation = investigations.locked(caseNo);
        Dossier.Round round = latest(investigation);
        Hearing last = round.told() == null ? null : round.told().hearing();
        if (last != null && conclusion.equals(last.conclusion())) {
            return;
        }
        investigation.requireStage(Stage.HEARING);
        refuseUnlessAsked(round, caseNo);
        if (openHearing(round) == null) {
            throw new BadInput("", "commerce.hearing-not-arranged", caseNo);
        }
        new HearingChecks(today()).conclusion(conclusion, last.arrangement());
        hearings.conclude(investigation.id(), round.number(), conclusion, time.instant(), actor());
        concluded(investigation, conclusion);
        timeline.decided(
                caseNo,
                "commerce.event.hearing." + conclusion.result(),
                conclusion.reason(),
                "Administrative Penalty Law (2021), art. 64 · 行政处罚法第六十四条");
        record(
                "commerce.hearing-concluded",
                caseNo,
                Map.of("result", conclusion.result().name()),
                conclusion.reason(),
                formVersion);
    }

    private void concluded(Investigation investigation, Hearing.Conclusion conclusion) {
        String caseNo = investigation.caseNo();
        if (conclusion.result() == Hearing.Result.POSTPONED) {
            clocks.stop(caseNo, REPORT_CLOCK, "Hearing postponed · 听证延期");
            clocks.due(caseNo, ARRANGEMENT_CLOCK, investigation.jurisdiction());
            return;
        }
        clocks.met(caseNo, REPORT_CLOCK);
        letDecisionGoOn(caseNo);
        investigations.setStage(investigation.id(), Stage.DECISION);
    }

    private static Hearing openHearing(Dossier.Round round) {
        Hearing hearing = round.told() == null ? null : round.told().hearing();
        return hearing == null || hearing.conclusion() != null ? null : hearing;
    }

    private static void refuseIfAnswered(Dossier.Round round, String caseNo) {
        if (round.told().answer() != null) {
            throw new BadInput("", "commerce.party-answered-already", caseNo);
        }
    }

    private static void refuseUnlessAsked(Dossier.Round round, String caseNo) {
        PartyAnswer answer = round.told().answer();
        if (answer == null || answer.kind() != PartyAnswer.Kind.HEARING) {
            throw new BadInput("", "commerce.no-hearing-asked", caseNo);
        }
    }

    private Dossier.Round latest(Investigation investigation) {
        List<Dossier.Round> all = rounds.of(investigation.id());
        if (all.isEmpty()) {
            throw new BadInput("", "commerce.out-of-turn." + investigation.stage(), investigation.caseNo());
        }
        return all.get(all.size() - 1);
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, String caseNo, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "case", caseNo, Map.of(), after, reason, formVersion));
    }
}
