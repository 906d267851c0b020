package org.qingwang.demonstration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.commerce.Suspension;
import org.qingwang.commerce.SuspensionService;
import org.qingwang.commerce.measure.GoodsLines;
import org.qingwang.commerce.measure.MeasureKind;
import org.qingwang.commerce.measure.MeasurePlan;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.complaint.AdditionService;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.Measure;
import org.qingwang.platform.NoticeDraft;
import org.qingwang.platform.NoticeService;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.supervision.SupervisionOrder;
import org.qingwang.supervision.SupervisionService;
import org.springframework.stereotype.Component;

/** What is done on pages rather than in tasks. */
@Component
class Acts {

    private static final int REPORT_WITHIN_DAYS = 20;
    private static final int ASSIST_WITHIN_DAYS = 10;

    private final Desk desk;
    private final CaseService cases;
    private final AdditionService additions;
    private final NoticeService notices;
    private final ReferralService referrals;
    private final SupervisionService supervisions;
    private final AssistanceService assistances;
    private final MeasureService measures;
    private final SuspensionService suspensions;
    private final Clock clock;

    Acts(
            Desk desk,
            CaseService cases,
            AdditionService additions,
            NoticeService notices,
            ReferralService referrals,
            SupervisionService supervisions,
            AssistanceService assistances,
            MeasureService measures,
            SuspensionService suspensions,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.additions = additions;
        this.notices = notices;
        this.referrals = referrals;
        this.supervisions = supervisions;
        this.assistances = assistances;
        this.measures = measures;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** The complainant takes it back by the link of the receipt. */
    String withdraw(String receiptNo) {
        additions.withdraw(receiptNo, "demonstration", "The seller has paid the price back");
        return receiptNo;
    }

    /** @return number of what came of it; empty if nobody leads the case */
    Optional<String> perform(Script.Act act, String caseNo, Particulars about) {
        Optional<Jurisdiction> lead = cases.find(caseNo).flatMap(CaseFile::leadJurisdiction);
        Optional<Actor> officer = lead.flatMap(one -> desk.memberOf(one.id()));
        if (officer.isEmpty()) {
            return Optional.empty();
        }
        Actor office = desk.memberOf(Actor.OFFICE_GROUP).orElseThrow();
        Supplier<String> work = () -> perform(act, caseNo, about, officer.get());
        return Optional.of(desk.as(act == Script.Act.SUPERVISE ? office : officer.get(), work));
    }

    private String perform(Script.Act act, String caseNo, Particulars about, Actor officer) {
        return switch (act) {
            case NOTICE -> notices.send(caseNo, notice(about));
            case REFER -> referrals.open(caseNo, "The sales are above the threshold of prosecution");
            case SUPERVISE ->
                supervisions.put(
                        caseNo,
                        new SupervisionOrder(officer.userId(), REPORT_WITHIN_DAYS, "Sellers in several provinces"));
            case ASSIST ->
                assistances.ask(
                        caseNo,
                        new Jurisdiction(Agency.CUSTOMS, officer.home().region()),
                        "Look for parcels of the shop",
                        ASSIST_WITHIN_DAYS);
            case MEASURE -> measures.request(caseNo, measure(about));
            case SUSPEND -> suspend(caseNo);
            case WITHDRAW -> throw new IllegalStateException("a complaint is withdrawn, not a case");
        };
    }

    private NoticeDraft notice(Particulars about) {
        return new NoticeDraft(
                WorkingCalendar.dateOf(clock.instant()),
                about.word("platform"),
                "ip@platform.example",
                about.word("seller"),
                about.word("holder"),
                "legal@holder.example",
                about.word("mark"),
                "Registration of the mark and a test purchase with the holder's identification",
                Measure.TAKE_DOWN,
                List.of(about.word("listing")));
    }

    private static MeasurePlan measure(Particulars about) {
        String line = "%s; %s; %s".formatted(about.word("goods"), about.word("unsold"), about.word("unsoldValue"));
        return new MeasurePlan(
                MeasureKind.SEIZURE,
                "Warehouse of " + about.word("seller"),
                "Li Lei 330101",
                "Han Mei 330102",
                "The goods would be gone tomorrow",
                GoodsLines.read("goods", line),
                null,
                null,
                null);
    }

    private String suspend(String caseNo) {
        suspensions.suspend(
                caseNo,
                new Suspension(
                        Suspension.Ground.TITLE_IN_DISPUTE,
                        WorkingCalendar.dateOf(clock.instant()),
                        "Intellectual property court of the demonstration",
                        "2026-1",
                        "The head of the agency",
                        "Who owns the mark is disputed"));
        return caseNo;
    }
}
