package org.qingwang.pledge;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.Sha256;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.MailOrder;
import org.qingwang.pledge.Finding.Result;
import org.qingwang.pledge.Period.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The periods of pledges in force: the firm's return, the authority's check of each commitment, its correction and what
 * comes of it. Every use case may be called twice.
 */
@Service
@Transactional
public class PeriodService {

    static final String RETURN_CLOCK = "pledge.return";
    static final String CHECK_CLOCK = "pledge.check";
    static final String CORRECTION_CLOCK = "pledge.correction";
    static final String RECHECK_CLOCK = "pledge.correction-check";
    static final String CONSEQUENCE_CLOCK = "pledge.consequence";

    private final Periods periods;
    private final Pledges table;
    private final PledgeService pledges;
    private final PledgeTexts texts;
    private final PledgeMails mails;
    private final PledgeWorkflow workflow;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock time;

    PeriodService(
            Periods periods,
            Pledges table,
            PledgeService pledges,
            PledgeTexts texts,
            PledgeMails mails,
            PledgeWorkflow workflow,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock time) {
        this.periods = periods;
        this.table = table;
        this.pledges = pledges;
        this.texts = texts;
        this.mails = mails;
        this.workflow = workflow;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A period with what was sent and what was found.
     *
     * @param returns of the firm, the last one first; that one counts
     */
    public record View(Period period, List<FirmReturned> returns, List<Finding> findings) {

        /** @return the figure of a measure in the return that counts; null if it has none */
        public Figure figure(String measure) {
            return returns.stream()
                    .findFirst()
                    .flatMap(one -> one.figure(measure))
                    .orElse(null);
        }
    }

    /** @return how long the present period still lasts, as ISO 8601 has it */
    @Transactional(readOnly = true)
    public String untilEnd(String pledgeNo) {
        Pledge pledge = table.find(pledgeNo).orElseThrow();
        LocalDate end = endOf(pledge, periods.of(pledgeNo).size() + 1);
        Duration left = Duration.between(
                time.instant(), end.atStartOfDay(WorkingCalendar.ZONE).toInstant());
        return (left.isNegative() ? Duration.ZERO : left).toString();
    }

    private LocalDate endOf(Pledge pledge, int number) {
        LocalDate end = pledge.inForceFrom()
                .plusMonths((long) number * texts.get(pledge.textRef()).period());
        return end.isAfter(pledge.inForceUntil()) ? pledge.inForceUntil() : end;
    }

    /**
     * Begins the next period's reckoning and asks the firm for its return.
     *
     * @return whether it is the pledge's last period
     */
    public boolean askReturn(String pledgeNo) {
        Pledge pledge = pledges.locked(pledgeNo);
        Optional<Period> open = periods.open(pledgeNo);
        int number =
                open.map(Period::number).orElseGet(() -> periods.of(pledgeNo).size() + 1);
        LocalDate until = endOf(pledge, number);
        if (open.isEmpty()) {
            LocalDate from = number == 1 ? pledge.inForceFrom() : endOf(pledge, number - 1);
            periods.add(pledgeNo, number, from, until, time.instant());
            pledges.note(pledge, "return-asked", null);
        }
        clocks.start(ClockStart.of(pledgeNo, RETURN_CLOCK).by(pledge.jurisdiction()));
        mails.write("return-asked", pledge, Integer.toString(number), until, dueDay(pledgeNo, RETURN_CLOCK));
        return !until.isBefore(pledge.inForceUntil());
    }

    /** Reminds a firm whose return has not come; at most once a day. */
    public void remind(String pledgeNo) {
        Pledge pledge = pledges.locked(pledgeNo);
        if (periods.open(pledgeNo)
                .filter(period -> period.stage() == Stage.RETURN)
                .isPresent()) {
            mails.write("return-reminder", pledge, today().toString(), dueDay(pledgeNo, RETURN_CLOCK));
        }
    }

    /** No return came in time: the check goes on without it. */
    public void noteMissing(String pledgeNo) {
        Pledge pledge = pledges.locked(pledgeNo);
        Optional<Period> open = periods.open(pledgeNo).filter(period -> period.stage() == Stage.RETURN);
        if (open.isPresent()) {
            clocks.missed(pledgeNo, RETURN_CLOCK);
            periods.missing(open.get());
            prepareCheck(pledge, open.get());
            pledges.note(pledge, "return-missing", null);
        }
    }

    /**
     * Takes a firm's return, from the form of its page or from uploaded files. A second one takes the place of the first, and
     * both stay; the same again changes nothing.
     *
     * @param figures what it holds, each with where it stands; others than the pledge asks for are refused
     * @param remark null for none
     */
    void record(Pledge pledge, List<Figure> figures, String remark) {
        Period period = periods.open(pledge.pledgeNo())
                .filter(Period::takesReturn)
                .orElseThrow(() -> new BadInput("", "pledge.not-now"));
        String words = remark == null || remark.isBlank() ? null : remark.strip();
        requireAsked(pledge, figures);
        if (figures.isEmpty() && words == null) {
            throw new BadInput("", "pledge.return.empty");
        }
        List<FirmReturned> before = periods.returns(period);
        if (!before.isEmpty() && isSame(before.get(0), figures, words)) {
            return;
        }
        int round = before.size() + 1;
        periods.addReturn(
                period,
                new FirmReturned(
                        round, figures, words, time.instant(), Actors.current().name()));
        if (period.stage() == Stage.RETURN) {
            clocks.met(pledge.pledgeNo(), RETURN_CLOCK);
        }
        prepareCheck(pledge, period);
        pledges.note(pledge, round == 1 ? "returned" : "returned-again", words);
        audit.record(AuditEntry.of(
                "pledge.returned", "pledge", pledge.pledgeNo(), Map.of("period", period.number(), "round", round)));
        workflow.returned(pledge);
    }

    private void requireAsked(Pledge pledge, List<Figure> figures) {
        List<String> asked =
                asked(pledge).stream().map(one -> one.measure().id()).toList();
        figures.stream()
                .filter(one -> !asked.contains(one.measure()))
                .findFirst()
                .ifPresent(one -> {
                    throw new BadInput(one.measure(), "pledge.return.not-asked", one.measure());
                });
    }

    private static boolean isSame(FirmReturned last, List<Figure> figures, String remark) {
        return Objects.equals(last.remark(), remark)
                && last.figures().size() == figures.size()
                && figures.stream()
                        .allMatch(figure -> last.figure(figure.measure())
                                .filter(one -> one.value().compareTo(figure.value()) == 0
                                        && one.source().equals(figure.source()))
                                .isPresent());
    }

    /** @return the accepted commitments a return has a figure for */
    @Transactional(readOnly = true)
    public List<Commitment> asked(Pledge pledge) {
        return accepted(pledge).stream()
                .filter(one -> one.measure().kind() == Measure.Kind.FIGURE)
                .toList();
    }

    private List<Commitment> accepted(Pledge pledge) {
        List<Integer> numbers = table.answers(pledge.pledgeNo()).stream()
                .filter(Answer::accepted)
                .map(Answer::number)
                .toList();
        return texts.get(pledge.textRef()).commitments().stream()
                .filter(one -> numbers.contains(one.number()))
                .toList();
    }

    /**
     * What a figure of the return means for its commitment is proposed; of all else a sample is drawn that nobody can steer.
     * What an officer has found already stays, unless it is about a figure that is another one now.
     */
    private void prepareCheck(Pledge pledge, Period period) {
        List<Finding> before = periods.findings(period);
        List<FirmReturned> returns = periods.returns(period);
        for (Commitment one : asked(pledge)) {
            BigDecimal value = reported(returns, 0, one.measure());
            boolean found = before.stream().anyMatch(other -> other.number() == one.number() && !other.isProposed());
            if (!found || !isSame(value, reported(returns, 1, one.measure()))) {
                periods.put(period, proposal(one, value));
            }
        }
        accepted(pledge).stream()
                .filter(one -> one.measure().kind() != Measure.Kind.FIGURE)
                .sorted(Comparator.comparing(one -> lot(period, one)))
                .limit(texts.get(pledge.textRef()).sample())
                .filter(one -> before.stream().noneMatch(found -> found.number() == one.number()))
                .forEach(one -> periods.put(period, new Finding(one.number(), null, null, null, null, null)));
        periods.stage(period, Stage.CHECK);
    }

    private static Finding proposal(Commitment one, BigDecimal value) {
        Result result =
                value == null ? Result.NOT_SHOWN : one.measure().isBrokenBy(value) ? Result.BROKEN : Result.KEPT;
        return new Finding(one.number(), result, value, null, null, null);
    }

    /**
     * @param before how many returns before the last one
     * @return null if there is no such return, or it has no such figure
     */
    private static BigDecimal reported(List<FirmReturned> returns, int before, Measure measure) {
        return returns.stream()
                .skip(before)
                .findFirst()
                .flatMap(sent -> sent.figure(measure.id()))
                .map(Figure::value)
                .orElse(null);
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static String lot(Period period, Commitment one) {
        return Sha256.hex(period.pledgeNo() + "/" + period.number() + "/" + one.number());
    }

    /**
     * Records what an officer found of a commitment that is looked at.
     *
     * @throws NotAllowed if the person does not work for the authority that checks it
     */
    public void find(String pledgeNo, List<Finding> found) {
        Pledge pledge = pledges.locked(pledgeNo);
        if (!Actors.current().worksFor(pledge.jurisdiction())) {
            throw new NotAllowed("findings of pledge " + pledgeNo);
        }
        Period period = at(pledgeNo, Stage.CHECK);
        List<Integer> lookedAt =
                periods.findings(period).stream().map(Finding::number).toList();
        for (Finding one : found) {
            if (!lookedAt.contains(one.number())) {
                throw new BadInput("", "pledge.check.not-drawn", one.number());
            }
            periods.put(period, judged(pledge, period, one));
        }
        audit.record(AuditEntry.of("pledge.checked", "pledge", pledgeNo, Map.of("period", period.number())));
    }

    /** A value that breaks the commitment cannot be called kept; one the firm did not report has to be explained. */
    private Finding judged(Pledge pledge, Period period, Finding one) {
        Measure measure = texts.get(pledge.textRef()).commitment(one.number()).measure();
        if (one.result() == Result.KEPT && one.value() == null) {
            throw new BadInput("value" + one.number(), "pledge.check.value", one.number());
        }
        if (one.value() != null
                && one.result() != Result.NOT_SHOWN
                && measure.isBrokenBy(one.value()) != (one.result() == Result.BROKEN)) {
            throw new BadInput("result" + one.number(), "pledge.check.contradicts", one.number());
        }
        String words = one.words() == null || one.words().isBlank()
                ? null
                : one.words().strip();
        if (words == null && measure.kind() == Measure.Kind.FIGURE) {
            requireAsReported(period, measure, one);
        }
        return new Finding(
                one.number(),
                one.result(),
                one.value(),
                words,
                time.instant(),
                Actors.current().name());
    }

    private void requireAsReported(Period period, Measure measure, Finding one) {
        BigDecimal reported = reported(periods.returns(period), 0, measure);
        if (!isSame(reported, one.value())) {
            throw new BadInput(
                    "words" + one.number(),
                    reported == null ? "pledge.check.not-reported" : "pledge.check.differs",
                    one.number(),
                    reported == null ? "" : reported);
        }
    }

    /**
     * Ends the check. Whoever ends it stands for what was proposed and left as it is.
     *
     * @return whether everything that was looked at is kept
     */
    public boolean endCheck(String pledgeNo, CheckEnd end) {
        Pledge pledge = pledges.locked(pledgeNo);
        Period period = at(pledgeNo, Stage.CHECK);
        List<Finding> findings = periods.findings(period);
        findings.stream().filter(one -> one.result() == null).findFirst().ifPresent(one -> {
            throw new BadInput("", "pledge.check.open", one.number());
        });
        findings.stream()
                .filter(Finding::isProposed)
                .forEach(one -> periods.put(
                        period, one.foundBy(time.instant(), Actors.current().name())));
        clocks.met(pledgeNo, CHECK_CLOCK);
        boolean kept = findings.stream().allMatch(one -> one.result() == Result.KEPT);
        periods.checked(period, end.note(), end.days());
        if (kept) {
            close(pledge, period, Period.Result.KEPT, end.note());
        } else {
            periods.stage(period, Stage.CORRECTION);
        }
        pledges.note(pledge, kept ? "found-kept" : "found-broken", end.note());
        return kept;
    }

    /** Asks the firm to correct what was found, by a day. */
    public void askCorrection(String pledgeNo) {
        Pledge pledge = pledges.locked(pledgeNo);
        Period period = at(pledgeNo, Stage.CORRECTION);
        ClockStart start = ClockStart.of(pledgeNo, CORRECTION_CLOCK).by(pledge.jurisdiction());
        clocks.start(period.correctionDays() == null ? start : start.lasting(period.correctionDays()));
        mails.write(
                "correction-asked",
                pledge,
                Integer.toString(period.number()),
                faults(pledge, period),
                period.checkedWords(),
                dueDay(pledgeNo, CORRECTION_CLOCK));
    }

    private MailOrder.Words faults(Pledge pledge, Period period) {
        return new MailOrder.Words(faults(pledge, period, Locale.ENGLISH), faults(pledge, period, Locale.CHINESE));
    }

    private String faults(Pledge pledge, Period period, Locale language) {
        PledgeText text = texts.get(pledge.textRef());
        return periods.findings(period).stream()
                .filter(one -> one.result() != Result.KEPT)
                .map(one -> one.number() + " "
                        + text.commitment(one.number()).heading().in(language))
                .collect(Collectors.joining("; "));
    }

    /** The firm says what it corrected; also late, as long as nobody has looked. */
    void correct(Pledge pledge, String words) {
        Period period = at(pledge.pledgeNo(), Stage.CORRECTION);
        String given = PledgeService.text("correction", words, "pledge.correction.missing");
        periods.corrected(period, given, time.instant());
        periods.stage(period, Stage.RECHECK);
        clocks.met(pledge.pledgeNo(), CORRECTION_CLOCK);
        pledges.note(pledge, "corrected", given);
        audit.record(AuditEntry.of("pledge.corrected", "pledge", pledge.pledgeNo(), Map.of()));
        workflow.corrected(pledge);
    }

    /** An officer says whether it was corrected. */
    public void recheck(String pledgeNo, Recheck recheck) {
        Pledge pledge = pledges.locked(pledgeNo);
        Period period = open(pledgeNo);
        if (period.stage() == Stage.CORRECTION) {
            clocks.missed(pledgeNo, CORRECTION_CLOCK);
        } else if (period.stage() != Stage.RECHECK) {
            throw new BadInput("", "pledge.not-now");
        }
        clocks.met(pledgeNo, RECHECK_CLOCK);
        periods.rechecked(period, recheck.note());
        if (recheck.decision() == Recheck.Decision.CORRECTED) {
            close(pledge, period, Period.Result.CORRECTED, recheck.note());
        } else {
            periods.stage(period, Stage.CONSEQUENCE);
        }
        pledges.note(pledge, "recheck-" + recheck.decision().name(), recheck.note());
    }

    /** The office warns, for everybody to read, or withdraws the pledge. */
    public void decide(String pledgeNo, Consequence consequence) {
        FirmService.requireOffice();
        Pledge pledge = pledges.locked(pledgeNo);
        Period period = at(pledgeNo, Stage.CONSEQUENCE);
        clocks.met(pledgeNo, CONSEQUENCE_CLOCK);
        if (consequence.decision() == Consequence.Decision.WARN) {
            table.warn(pledgeNo);
            mails.write("warned", pledge, Integer.toString(period.number()), consequence.note());
            pledges.note(pledge, "warned", consequence.note());
            close(pledge, period, Period.Result.WARNED, consequence.note());
        } else {
            close(pledge, period, Period.Result.WITHDRAWN, consequence.note());
            pledges.endByOffice(pledge, consequence.note());
        }
    }

    private void close(Pledge pledge, Period period, Period.Result result, String words) {
        periods.close(period, result, words, time.instant());
        audit.record(AuditEntry.of(
                        "pledge.period-closed",
                        "pledge",
                        pledge.pledgeNo(),
                        Map.of("period", period.number(), "result", result.name()))
                .withReason(words));
    }

    private Period open(String pledgeNo) {
        return periods.open(pledgeNo).orElseThrow(() -> new BadInput("", "pledge.not-now"));
    }

    private Period at(String pledgeNo, Stage stage) {
        Period period = open(pledgeNo);
        if (period.stage() != stage) {
            throw new BadInput("", "pledge.not-now");
        }
        return period;
    }

    /** @return the periods of a pledge the reader may see or holds the link of, the newest first */
    @Transactional(readOnly = true)
    public List<View> of(String pledgeNo) {
        List<View> views = new ArrayList<>();
        for (Period period : periods.of(pledgeNo)) {
            views.add(0, new View(period, periods.returns(period), periods.findings(period)));
        }
        return views;
    }

    /** @return the text a pledge was signed in */
    @Transactional(readOnly = true)
    public PledgeText textOf(String pledgeNo) {
        return texts.get(table.find(pledgeNo).orElseThrow().textRef());
    }

    private LocalDate dueDay(String pledgeNo, String rule) {
        return WorkingCalendar.dateOf(clocks.due(pledgeNo, rule));
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }
}
