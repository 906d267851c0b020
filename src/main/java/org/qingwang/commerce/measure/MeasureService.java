package org.qingwang.commerce.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registration, sealing and seizure, from the officers' request to the last lot given back, confiscated or handed over
 * (Administrative Penalty Law art. 56, Administrative Compulsion Law arts. 18 to 28). Each step may be called twice.
 *
 * <p>{@code formVersion} is the form it was recorded with, as the audit names it; null if none.
 */
@Service
@Transactional
public class MeasureService {

    static final String APPROVAL_CLOCK = "commerce.measure-approval";
    static final String CARRYING_OUT_CLOCK = "commerce.measure-carrying-out";
    static final String RETURN_CLOCK = "commerce.measure-return";

    private static final Set<String> STAGES_TO_INVESTIGATE =
            Set.of("LEAD", "FILING", "EVIDENCE", "REVIEW", "NOTICE", "HEARING", "DECISION");

    private final Measures measures;
    private final MeasureWorkflow workflow;
    private final StatutoryClocks clocks;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    MeasureService(
            Measures measures,
            MeasureWorkflow workflow,
            StatutoryClocks clocks,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.measures = measures;
        this.workflow = workflow;
        this.clocks = clocks;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Where a measure stands after a step.
     *
     * @param held whether goods are still under it
     * @param giveBack whether goods have to be given back
     */
    public record Standing(boolean held, boolean giveBack) {}

    /**
     * Two officers ask for a measure, or report one that could not wait. The same plan sent twice is one measure.
     *
     * @return its number
     * @throws NotAllowed unless the person works for the agency that investigates
     */
    public String request(String caseNo, MeasurePlan plan) {
        Measures.Inquiry inquiry = measures.lockInquiry(caseNo)
                .filter(open -> Actors.current().worksFor(open.jurisdiction()))
                .orElseThrow(() -> new NotAllowed("to take measures in " + caseNo));
        if (!STAGES_TO_INVESTIGATE.contains(inquiry.stage())) {
            throw new BadInput("", "commerce.measure-after-decision", caseNo);
        }
        new MeasureChecks(time.instant()).plan(plan, inquiry.openedAt());
        Optional<Measure> same = measures.ofCase(caseNo).stream()
                .filter(known -> known.stage() == MeasureStage.APPROVAL && isSame(known.plan(), plan))
                .findFirst();
        return same.isPresent()
                ? same.get().measureNo()
                : begin(caseNo, inquiry.jurisdiction(), plan).measureNo();
    }

    private static boolean isSame(MeasurePlan one, MeasurePlan other) {
        return one.kind() == other.kind()
                && one.reason().equals(other.reason())
                && one.place().equals(other.place())
                && goods(one).equals(goods(other));
    }

    private static List<String> goods(MeasurePlan plan) {
        return plan.items().stream()
                .map(item -> item.name() + item.quantity() + item.value())
                .toList();
    }

    private Measure begin(String caseNo, Jurisdiction jurisdiction, MeasurePlan plan) {
        String number = "QZ-%s-%d-%06d".formatted(jurisdiction.region(), today().getYear(), measures.nextNumber());
        ItemState state = plan.isUrgent() ? ItemState.HELD : ItemState.LISTED;
        Measure measure = new Measure(
                number,
                caseNo,
                jurisdiction,
                MeasureStage.APPROVAL,
                time.instant(),
                inState(plan, state),
                plan.isUrgent() ? plan.takenAt().toLocalDate() : null,
                null,
                false,
                null);
        measures.add(measure, actor());
        measures.noteInCase(caseNo);
        startClocks(measure);
        timeline.decided(
                caseNo,
                "commerce.event.measure." + (plan.isUrgent() ? "taken" : "requested"),
                plan.reason(),
                null,
                number,
                measure.value().toPlainString());
        record("commerce.measure-requested", measure, Map.of("kind", plan.kind().name()), plan.reason(), null);
        workflow.begin(measure);
        return measure;
    }

    private static MeasurePlan inState(MeasurePlan plan, ItemState state) {
        List<MeasureItem> items = new ArrayList<>();
        for (MeasureItem item : plan.items()) {
            items.add(new MeasureItem(items.size() + 1, item.name(), item.quantity(), item.value(), state));
        }
        return new MeasurePlan(
                plan.kind(),
                plan.place(),
                plan.firstOfficer(),
                plan.secondOfficer(),
                plan.reason(),
                items,
                plan.takenAt(),
                plan.deedNo(),
                plan.receivedBy());
    }

    private void startClocks(Measure measure) {
        ClockStart approval = clockOf(measure, APPROVAL_CLOCK);
        if (measure.plan().isUrgent()) {
            clocks.start(approval.at(
                    measure.plan().takenAt().atZone(WorkingCalendar.ZONE).toInstant()));
            clocks.start(clockOf(measure, measure.plan().kind().rule()).on(measure.takenOn()));
        } else {
            clocks.start(approval);
        }
    }

    private static ClockStart clockOf(Measure measure, String rule) {
        return ClockStart.of(measure.measureNo(), rule).inCase(measure.caseNo()).by(measure.jurisdiction());
    }

    /** The head approved the measure, or did not: what was taken already is then given back at once. */
    public Standing decide(String measureNo, Approval approval, String formVersion) {
        Measure measure = locked(measureNo);
        if (approval.reason().equals(measure.approvalReason())) {
            return standingOf(measure);
        }
        requireStage(measure, MeasureStage.APPROVAL);
        measures.setApproval(measureNo, approval.reason(), time.instant(), actor());
        clocks.met(measureNo, APPROVAL_CLOCK);
        boolean taken = measure.takenOn() != null;
        if (approval.isApproved()) {
            measures.setStage(measureNo, taken ? MeasureStage.HELD : MeasureStage.CARRYING_OUT);
        } else {
            move(measure, taken ? ItemState.RELEASED : ItemState.DROPPED);
            closeOrGiveBack(measureNo);
        }
        timeline.decided(
                measure.caseNo(), "commerce.event.measure." + approval.decision(), approval.reason(), null, measureNo);
        record(
                "commerce.measure-decided",
                measure,
                Map.of("decision", approval.decision().name()),
                approval.reason(),
                formVersion);
        return standingOf(locked(measureNo));
    }

    /** Two officers carried the measure out: its time runs from that day. */
    public void carryOut(String measureNo, CarriedOut done, String formVersion) {
        Measure measure = locked(measureNo);
        if (done.takenOn().equals(measure.takenOn())
                && done.deedNo().equals(measure.plan().deedNo())) {
            return;
        }
        requireStage(measure, MeasureStage.CARRYING_OUT);
        new MeasureChecks(time.instant()).carriedOut(done, measure);
        measures.setCarriedOut(measureNo, done);
        move(measure, ItemState.HELD);
        measures.setStage(measureNo, MeasureStage.HELD);
        clocks.metOn(measureNo, CARRYING_OUT_CLOCK, done.takenOn());
        clocks.start(clockOf(measure, measure.plan().kind().rule()).on(done.takenOn()));
        timeline.happened(
                measure.caseNo(), "commerce.event.measure.carried-out", measureNo, done.takenOn(), done.receivedBy());
        record("commerce.measure-carried-out", measure, Map.of("deedNo", done.deedNo()), null, formVersion);
    }

    /** Some or all of the goods leave the measure before the case is decided. */
    public Standing deal(String measureNo, Dealing dealing, String formVersion) {
        Measure measure = locked(measureNo);
        if (measures.dealingsOf(measureNo).contains(dealing)) {
            return standingOf(measure);
        }
        requireStage(measure, MeasureStage.HELD);
        new MeasureChecks(time.instant()).dealing(dealing, measure);
        List<MeasureItem> chosen = chosen(measure, dealing.items());
        measures.addDealing(measureNo, dealing, time.instant(), actor());
        measures.setItems(measureNo, numbersOf(chosen), dealing.result().state());
        if (dealing.result() == Dealing.Result.SEIZE) {
            seize(measure, chosen, dealing);
        }
        timeline.decided(
                measure.caseNo(),
                "commerce.event.measure." + dealing.result(),
                dealing.reason(),
                null,
                measureNo,
                chosen.size(),
                dealing.documentNo());
        record(
                "commerce.measure-dealt",
                measure,
                Map.of("result", dealing.result().name(), "items", numbersOf(chosen)),
                dealing.reason(),
                formVersion);
        closeOrGiveBack(measureNo);
        return standingOf(locked(measureNo));
    }

    private static List<MeasureItem> chosen(Measure measure, String items) {
        Set<Integer> numbers = GoodsLines.numbers("items", items);
        List<MeasureItem> held = measure.plan().items().stream()
                .filter(item -> item.state() == ItemState.HELD)
                .toList();
        Set<Integer> strangers = new TreeSet<>(numbers);
        strangers.removeAll(numbersOf(held));
        if (!strangers.isEmpty()) {
            throw new BadInput(
                    "items",
                    "commerce.measure-item-unknown",
                    strangers.iterator().next());
        }
        return numbers.isEmpty()
                ? held
                : held.stream().filter(item -> numbers.contains(item.number())).toList();
    }

    private static List<Integer> numbersOf(List<MeasureItem> items) {
        return items.stream().map(MeasureItem::number).toList();
    }

    /** What was registered is held on under a measure of its own: taken today, and approved within its time. */
    private void seize(Measure registered, List<MeasureItem> items, Dealing dealing) {
        MeasurePlan plan = registered.plan();
        begin(
                registered.caseNo(),
                registered.jurisdiction(),
                new MeasurePlan(
                        MeasureKind.SEIZURE,
                        plan.place(),
                        plan.firstOfficer(),
                        plan.secondOfficer(),
                        dealing.reason(),
                        items,
                        time.instant().atZone(WorkingCalendar.ZONE).toLocalDateTime(),
                        dealing.documentNo(),
                        plan.receivedBy()));
    }

    /** Nobody decided on the goods in time: what is left has to be given back. */
    public void lapse(String measureNo) {
        Measure measure = locked(measureNo);
        if (measure.lapsed()) {
            return;
        }
        requireStage(measure, MeasureStage.HELD);
        clocks.missed(measureNo, measure.plan().kind().rule());
        releaseByItself(measure, "lapsed");
    }

    /** What could not wait for approval was not approved in time: it cannot stand, and everything has to be given back. */
    public void lift(String measureNo) {
        Measure measure = locked(measureNo);
        if (measure.lapsed()) {
            return;
        }
        requireStage(measure, MeasureStage.APPROVAL);
        clocks.missed(measureNo, APPROVAL_CLOCK);
        clocks.stop(measureNo, APPROVAL_CLOCK, "Measure lifted for want of approval · 未补办批准，措施解除");
        releaseByItself(measure, "lifted");
    }

    private void releaseByItself(Measure measure, String how) {
        measures.setLapsed(measure.measureNo());
        move(measure, ItemState.RELEASED);
        measures.setStage(measure.measureNo(), MeasureStage.RETURN);
        measures.noteInCase(measure.caseNo());
        timeline.happenedByItself(measure.caseNo(), "commerce.event.measure." + how, measure.measureNo());
        record("commerce.measure-" + how, measure, Map.of(), null, null);
    }

    /** The goods were given back. */
    public void giveBack(String measureNo, Returned returned, String formVersion) {
        Measure measure = locked(measureNo);
        if (returned.equals(measure.returned())) {
            return;
        }
        requireStage(measure, MeasureStage.RETURN);
        new MeasureChecks(time.instant()).returned(returned, measure);
        measures.setReturned(measureNo, returned, actor());
        move(measure, ItemState.RELEASED, ItemState.RETURNED);
        measures.setStage(measureNo, MeasureStage.CLOSED);
        clocks.metOn(measureNo, RETURN_CLOCK, returned.returnedOn());
        clocks.met(measureNo, measure.plan().kind().rule());
        timeline.happened(
                measure.caseNo(),
                "commerce.event.measure.returned",
                measureNo,
                returned.returnedOn(),
                returned.receivedBy());
        record(
                "commerce.measure-returned",
                measure,
                Map.of("returnedOn", returned.returnedOn().toString()),
                returned.note(),
                formVersion);
    }

    /**
     * The case was decided or closed: every lot still under measure is confiscated or given back.
     *
     * @throws BadInput if the order names a lot that is not held
     */
    public void dispose(String caseNo, GoodsOrder order) {
        List<Measure> open = measures.ofCase(caseNo).stream()
                .filter(measure -> measure.stage().isOpen())
                .toList();
        Set<String> released = new TreeSet<>(GoodsLines.words(order.released()));
        for (Measure one : open) {
            Measure measure = locked(one.measureNo());
            List<Integer> spared = spared(measure, released);
            dispose(measure, order.fate(), spared);
        }
        if (!released.isEmpty()) {
            throw new BadInput(
                    "releasedGoods",
                    "commerce.measure-item-unknown",
                    released.iterator().next());
        }
    }

    /** Takes out of the set what lies on this measure's list. */
    private static List<Integer> spared(Measure measure, Set<String> released) {
        return measure.plan().items().stream()
                .filter(item -> item.state() == ItemState.HELD)
                .filter(item -> released.remove(measure.measureNo() + "/" + item.number()))
                .map(MeasureItem::number)
                .toList();
    }

    private void dispose(Measure measure, GoodsOrder.Fate fate, List<Integer> spared) {
        String number = measure.measureNo();
        measures.setItems(number, spared, ItemState.RELEASED);
        Measure rest = locked(number);
        move(rest, fate == GoodsOrder.Fate.CONFISCATE ? ItemState.CONFISCATED : ItemState.RELEASED);
        move(rest, ItemState.LISTED, ItemState.DROPPED);
        for (String rule : List.of(APPROVAL_CLOCK, CARRYING_OUT_CLOCK)) {
            clocks.stop(number, rule, "The case was decided · 案件已作出决定");
        }
        closeOrGiveBack(number);
        timeline.happened(measure.caseNo(), "commerce.event.measure.disposed." + fate, number);
        record("commerce.measure-disposed", measure, Map.of("fate", fate.name()), null, null);
        workflow.caseEnded(measure, standingOf(locked(number)).giveBack());
    }

    /** The decision that confiscated them fell away, and every lot went back. */
    public void returnConfiscated(String caseNo) {
        for (Measure measure : measures.ofCase(caseNo)) {
            move(measure, ItemState.CONFISCATED, ItemState.RETURNED);
        }
    }

    /** Moves on what is held, or listed only if nothing is. */
    private void move(Measure measure, ItemState state) {
        move(measure, measure.holds(ItemState.HELD) ? ItemState.HELD : ItemState.LISTED, state);
    }

    private void move(Measure measure, ItemState from, ItemState to) {
        List<Integer> numbers = measure.plan().items().stream()
                .filter(item -> item.state() == from)
                .map(MeasureItem::number)
                .toList();
        measures.setItems(measure.measureNo(), numbers, to);
    }

    /** Once nothing is held any more, the measure waits for the goods to be given back, or is over. */
    private void closeOrGiveBack(String measureNo) {
        Measure measure = locked(measureNo);
        Standing standing = standingOf(measure);
        if (!standing.held()) {
            measures.setStage(measureNo, standing.giveBack() ? MeasureStage.RETURN : MeasureStage.CLOSED);
            clocks.met(measureNo, measure.plan().kind().rule());
        }
        measures.noteInCase(measure.caseNo());
    }

    private static Standing standingOf(Measure measure) {
        return new Standing(
                measure.holds(ItemState.HELD) || measure.holds(ItemState.LISTED), measure.holds(ItemState.RELEASED));
    }

    /** Whether somebody may ask for measures in a case. */
    @Transactional(readOnly = true)
    public boolean mayTake(Actor actor, Jurisdiction jurisdiction, String stage) {
        return actor.worksFor(jurisdiction) && STAGES_TO_INVESTIGATE.contains(stage);
    }

    @Transactional(readOnly = true)
    public Optional<Measure> find(String measureNo) {
        return measures.find(measureNo);
    }

    /** @return the measures taken in a case, the first first */
    @Transactional(readOnly = true)
    public List<Measure> ofCase(String caseNo) {
        return measures.ofCase(caseNo);
    }

    private Measure locked(String measureNo) {
        return measures.lock(measureNo).orElseThrow(() -> new BadInput("", "commerce.measure-unknown", measureNo));
    }

    private static void requireStage(Measure measure, MeasureStage stage) {
        if (measure.stage() != stage) {
            throw new BadInput("", "commerce.measure-out-of-turn." + measure.stage(), measure.measureNo());
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, Measure measure, Map<String, ?> after, String reason, String formVersion) {
        Map<String, Object> values = new LinkedHashMap<>(after);
        values.put("measure", measure.measureNo());
        audit.record(new AuditEntry(action, "case", measure.caseNo(), Map.of(), values, reason, formVersion));
    }
}
