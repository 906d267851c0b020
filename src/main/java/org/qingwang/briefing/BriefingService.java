package org.qingwang.briefing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.briefing.Briefing.Stage;
import org.qingwang.briefing.BriefingFigures.Behind;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignAgency;
import org.qingwang.campaign.CampaignBriefings;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.BadInput;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.indicator.Span;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.mail.MailOrder;
import org.qingwang.mail.Mails;
import org.qingwang.mail.PublicAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Briefings from the returns of the agencies to publication, and their corrections. Every use case may be called twice: one
 * period has one briefing, a version is compiled once, each recipient has one mail of it.
 */
@Service
@Transactional
public class BriefingService implements CampaignBriefings {

    /** Until when returns are waited for. */
    public static final String COMPILE_CLOCK = "briefing.compile";

    static final String DRAFT_CLOCK = "briefing.draft";
    static final String REVIEW_CLOCK = "briefing.review";
    static final String RETURN_CLOCK = "return.weekly";

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_NARRATIVE = 20_000;

    private final Briefings briefings;
    private final AgencyReturns returns;
    private final BriefingFigures figures;
    private final CampaignFigures campaignFigures;
    private final CampaignService campaigns;
    private final IndicatorCatalogue catalogue;
    private final RunningTotals running;
    private final Narrative narrative;
    private final FormerNumbers former;
    private final BriefingWorkflow workflow;
    private final StatutoryClocks clocks;
    private final ReturnDeadline deadline;
    private final Mails mails;
    private final PublicAddress address;
    private final AuditLog audit;
    private final Clock time;

    BriefingService(
            Briefings briefings,
            AgencyReturns returns,
            BriefingFigures figures,
            CampaignFigures campaignFigures,
            CampaignService campaigns,
            IndicatorCatalogue catalogue,
            RunningTotals running,
            Narrative narrative,
            FormerNumbers former,
            BriefingWorkflow workflow,
            StatutoryClocks clocks,
            ReturnDeadline deadline,
            Mails mails,
            PublicAddress address,
            AuditLog audit,
            Clock time) {
        this.briefings = briefings;
        this.returns = returns;
        this.figures = figures;
        this.campaignFigures = campaignFigures;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.running = running;
        this.narrative = narrative;
        this.former = former;
        this.workflow = workflow;
        this.clocks = clocks;
        this.deadline = deadline;
        this.mails = mails;
        this.address = address;
        this.audit = audit;
        this.time = time;
    }

    /** An agency is asked only if it reports one of the indicators. */
    @Override
    public void ask(String campaignNo, LocalDate from, LocalDate periodEnd) {
        Campaign campaign = campaigns.get(campaignNo);
        List<String> keys = campaignFigures.indicatorsOf(campaign);
        Instant now = time.instant();
        String number = "JB-%d-%04d".formatted(periodEnd.getYear(), briefings.nextNumber());
        Span span = new Span(campaign.plan().firstDay(), from, periodEnd);
        if (!briefings.add(new Briefing(number, campaignNo, span, keys, Stage.RETURNS, 1, now))) {
            return;
        }
        List<Indicator> indicators = catalogue.all(keys);
        for (CampaignAgency agency : campaigns.agenciesOf(campaignNo)) {
            boolean reports = indicators.stream()
                    .anyMatch(one -> one.isReportedBy(agency.jurisdiction().agency()));
            if (agency.takesPart() && reports) {
                returns.add(number, agency.jurisdiction(), agency.liaisonId());
                clocks.start(deadline.of(number, agency.jurisdiction(), periodEnd));
            }
        }
        record("briefing.returns-asked", number, Map.of("campaign", campaignNo, "to", periodEnd.toString()), null);
        workflow.begin(number);
    }

    @Override
    public void left(String campaignNo, String jurisdiction) {
        for (AgencyReturn one : returns.asked(campaignNo, jurisdiction)) {
            returns.move(one.returnNo(), AgencyReturn.Stage.TAKEN_BACK);
            clocks.stopAll(one.returnNo(), "No longer in the campaign · 不再参加专项行动");
            workflow.takeBack(one.returnNo());
        }
    }

    /** The time for returns is over: whoever has not reported is late, and is not waited for. */
    public void noteLate(String briefingNo) {
        for (AgencyReturn one : returns.of(briefingNo)) {
            if (one.stage() == AgencyReturn.Stage.ASKED) {
                returns.move(one.returnNo(), AgencyReturn.Stage.LATE);
                clocks.stopAll(one.returnNo(), "The briefing went on · 简报已汇总");
                record("briefing.return-late", one.returnNo(), Map.of(), null);
            }
        }
    }

    /** @return how long the period still lasts, as ISO 8601 has it */
    @Transactional(readOnly = true)
    public String untilPeriodOver(String briefingNo) {
        Instant end = get(briefingNo).span().until().plusSeconds(1);
        Duration left = Duration.between(time.instant(), end);
        return (left.isNegative() ? Duration.ZERO : left).toString();
    }

    /**
     * Puts the figures together, each with the list behind it, and drafts the narrative.
     *
     * @throws IllegalStateException if the briefing of the period before is not compiled yet
     */
    public void compile(String briefingNo) {
        Briefing briefing = locked(briefingNo);
        if (briefing.isCompiled()) {
            return;
        }
        List<Indicator> indicators = catalogue.all(briefing.indicators());
        Map<String, List<CountedCase>> lists =
                campaignFigures.lists(briefing.campaignNo(), briefing.indicators(), briefing.span());
        List<AgencyReturn> reported = returns.of(briefingNo);
        List<Figure> compiled = Tally.figures(indicators, lists, reporters(reported), entered(briefing, reported));
        Map<String, Total> totals = Tally.totals(indicators, compiled, totalsBefore(briefing));
        Map<String, Behind> behind = behind(lists);
        Narrative.Matter matter = new Narrative.Matter(
                briefing,
                reported,
                indicators,
                totals,
                behind,
                running.hidden(briefing, indicators, totals, behind),
                Tally.reported(compiled));
        briefings.addVersion(new BriefingVersion(
                briefingNo,
                1,
                time.instant(),
                narrative.of(matter, Locale.ENGLISH),
                narrative.of(matter, Locale.CHINESE),
                null,
                null,
                null,
                null,
                null,
                null));
        figures.addFigures(briefingNo, 1, compiled);
        lists.forEach((indicator, lines) -> figures.addLines(briefingNo, 1, indicator, lines));
        figures.countBehind(briefingNo);
        totals.forEach((indicator, total) -> figures.setTotal(briefingNo, 1, indicator, total));
        briefings.move(briefingNo, Stage.DRAFT, 1);
        clocks.met(briefingNo, COMPILE_CLOCK);
        record("briefing.compiled", briefingNo, Map.of("figures", compiled.size()), null);
    }

    private static Map<String, Jurisdiction> reporters(Collection<AgencyReturn> reported) {
        Map<String, Jurisdiction> reporters = new TreeMap<>();
        reported.stream()
                .filter(one -> one.stage() != AgencyReturn.Stage.TAKEN_BACK)
                .forEach(one -> reporters.put(one.jurisdiction().id(), one.jurisdiction()));
        return reporters;
    }

    /** Only what was sent counts; of an agency with nothing to report every figure nobody computes is zero. */
    private List<Figure> entered(Briefing briefing, List<AgencyReturn> reported) {
        Map<String, AgencyReturn> sent = new HashMap<>();
        reported.stream()
                .filter(one -> one.stage() == AgencyReturn.Stage.SENT)
                .forEach(one -> sent.put(one.jurisdiction().id(), one));
        List<Figure> entered = new ArrayList<>(returns.figuresOf(briefing.briefingNo()).stream()
                .filter(one -> sent.containsKey(one.reporter())
                        && !sent.get(one.reporter()).nothing())
                .toList());
        sent.values().stream()
                .filter(AgencyReturn::nothing)
                .forEach(one -> ReturnService.enteredBy(one.jurisdiction(), catalogue.all(briefing.indicators()))
                        .forEach(indicator -> entered.add(
                                new Figure(indicator.key(), one.jurisdiction().id(), null, BigDecimal.ZERO, null))));
        return entered;
    }

    private Map<String, Total> totalsBefore(Briefing briefing) {
        Optional<Briefing> before =
                briefings.before(briefing.campaignNo(), briefing.span().to());
        if (before.filter(one -> !one.isCompiled()).isPresent()) {
            throw new IllegalStateException(before.get().briefingNo() + " is not compiled yet");
        }
        return before.map(one -> figures.totals(one.briefingNo(), one.version()))
                .orElse(Map.of());
    }

    /**
     * Changes the words of a draft.
     *
     * @throws BadInput if the briefing is no draft, or one of the texts is empty or too long
     */
    public void write(String briefingNo, String english, String chinese) {
        CampaignFigures.requireOffice();
        Briefing briefing = requireDraft(locked(briefingNo));
        briefings.setNarrative(
                briefingNo,
                briefing.version(),
                text("narrative", english, LONGEST_NARRATIVE),
                text("narrativeZh", chinese, LONGEST_NARRATIVE));
    }

    /**
     * Enters what no agency reports, or puts a figure of a draft right.
     *
     * @param reporter id of a jurisdiction, or {@link Figure#OFFICE}
     * @throws BadInput if the briefing is no draft or has no such figure, or the reason for a changed figure is missing
     */
    public void change(String briefingNo, String indicator, String reporter, BigDecimal value, String reason) {
        CampaignFigures.requireOffice();
        Briefing briefing = requireDraft(locked(briefingNo));
        List<Figure> told = figures.figures(briefingNo, briefing.version());
        Figure present = told.stream()
                .filter(one ->
                        one.indicator().equals(indicator) && one.reporter().equals(reporter))
                .findFirst()
                .orElseGet(() -> open(briefing, indicator, reporter));
        String why = reason == null || reason.isBlank() ? null : text("reason", reason, LONGEST_REASON);
        if (why == null && present.value() != null && present.value().compareTo(value) != 0) {
            throw new BadInput("reason", "briefing.figure.reason");
        }
        Map<String, Total> before = figures.totals(briefingNo, briefing.version());
        figures.setReported(
                briefingNo, briefing.version(), new Figure(indicator, reporter, present.listed(), value, why));
        addUp(briefing);
        noteFormer(briefing, indicator, present.value(), before.get(indicator));
        rewrite(briefing, before, Tally.reported(told));
        audit.record(AuditEntry.of(
                        "briefing.figure-changed",
                        "briefing",
                        briefingNo,
                        Map.of("indicator", indicator, "reporter", reporter, "value", value.toPlainString()))
                .withReason(why));
    }

    /** Whoever worded a sentence anew is told which numbers of it no longer hold. */
    private void noteFormer(Briefing briefing, String indicator, BigDecimal value, Total total) {
        Stream.of(value, total == null ? null : total.value(), total == null ? null : total.cumulative())
                .filter(Objects::nonNull)
                .forEach(number -> figures.addFormer(briefing.briefingNo(), briefing.version(), indicator, number));
    }

    /** What the office enters, and what an agency owes still. */
    private Figure open(Briefing briefing, String indicator, String reporter) {
        boolean known = briefing.indicators().contains(indicator)
                && (Figure.OFFICE.equals(reporter)
                        || returns.find(briefing.briefingNo() + "-" + reporter).isPresent());
        if (!known) {
            throw new BadInput("indicator", "briefing.figure.unknown");
        }
        return new Figure(indicator, reporter, null, null, null);
    }

    private void addUp(Briefing briefing) {
        List<Figure> now = figures.figures(briefing.briefingNo(), briefing.version());
        Tally.totals(catalogue.all(briefing.indicators()), now, totalsBefore(briefing))
                .forEach((key, total) -> figures.setTotal(briefing.briefingNo(), briefing.version(), key, total));
    }

    private static Map<String, Behind> behind(Map<String, List<CountedCase>> lists) {
        Map<String, Behind> behind = new HashMap<>();
        lists.forEach((key, lines) -> behind.put(
                key,
                new Behind(
                        lines.stream()
                                .map(line -> line.agency().id() + " " + line.caseNo())
                                .distinct()
                                .count(),
                        lines.stream()
                                .filter(line -> line.standing() == CountedCase.Standing.LATE)
                                .count())));
        return behind;
    }

    /** Words that still say what the figures said before would contradict the table below them. */
    private void rewrite(Briefing briefing, Map<String, Total> before, Set<String> reportedBefore) {
        String briefingNo = briefing.briefingNo();
        int version = briefing.version();
        Map<String, Total> now = figures.totals(briefingNo, version);
        Set<String> reported = Tally.reported(figures.figures(briefingNo, version));
        List<Indicator> changed = catalogue.all(briefing.indicators()).stream()
                .filter(one -> !Objects.equals(before.get(one.key()), now.get(one.key()))
                        || reported.contains(one.key()) != reportedBefore.contains(one.key()))
                .toList();
        Map<String, Behind> behind = figures.behind(briefingNo);
        Narrative.Matter told = new Narrative.Matter(
                briefing,
                List.of(),
                changed,
                before,
                behind,
                running.hidden(briefing, changed, before, behind),
                reportedBefore);
        Narrative.Matter present = new Narrative.Matter(
                briefing, List.of(), changed, now, behind, running.hidden(briefing, changed, now, behind), reported);
        BriefingVersion draft = newest(briefing);
        briefings.setNarrative(
                briefingNo,
                version,
                narrative.rewritten(draft.narrative(), told, present, Locale.ENGLISH),
                narrative.rewritten(draft.narrativeZh(), told, present, Locale.CHINESE));
    }

    /**
     * The draft is ready for review.
     *
     * @param kept whether sentences that still name a number which no longer holds stay on purpose
     * @throws BadInput if the briefing is no draft, or there are such sentences and nobody said that they stay
     */
    public void finishDraft(String briefingNo, boolean kept) {
        CampaignFigures.requireOffice();
        Briefing briefing = locked(briefingNo);
        if (briefing.stage() == Stage.REVIEW) {
            return;
        }
        requireDraft(briefing);
        List<OutdatedWords> outdated = former.in(briefing, newest(briefing));
        if (!kept && !outdated.isEmpty()) {
            throw outdated.get(0).refusal();
        }
        String by = Actors.current().userId();
        briefings.setDrafted(
                briefingNo, briefing.version(), by, Actors.current().name());
        briefings.move(briefingNo, Stage.REVIEW, briefing.version());
        clocks.met(briefingNo, DRAFT_CLOCK);
        record(
                "briefing.drafted",
                briefingNo,
                Map.of("version", briefing.version(), "sentencesKept", outdated.size()),
                null);
    }

    /**
     * Approves a draft, or sends it back.
     *
     * @throws BadInput if it does not wait for review, whoever drafted it reviews it, or the words are missing
     */
    public void review(String briefingNo, boolean approved, String words) {
        CampaignFigures.requireOffice();
        Briefing briefing = locked(briefingNo);
        BriefingVersion version = newest(briefing);
        String note = approved && (words == null || words.isBlank()) ? null : text("words", words, LONGEST_REASON);
        if (briefing.stage() == (approved ? Stage.APPROVED : Stage.DRAFT)
                && (approved || note.equals(version.remarks()))) {
            return;
        }
        if (briefing.stage() != Stage.REVIEW) {
            throw new BadInput("", "briefing.not-in-review", briefingNo);
        }
        if (Actors.current().userId().equals(version.draftedBy())) {
            throw new BadInput("", "briefing.review-own", briefingNo);
        }
        briefings.setReviewed(
                briefingNo, version.version(), approved ? Actors.current().name() : null, note);
        briefings.move(briefingNo, approved ? Stage.APPROVED : Stage.DRAFT, briefing.version());
        clocks.met(briefingNo, REVIEW_CLOCK);
        record(approved ? "briefing.approved" : "briefing.sent-back", briefingNo, Map.of(), note);
    }

    /** Publishes the newest version: from now on nothing of it changes. */
    public void publish(String briefingNo) {
        Briefing briefing = locked(briefingNo);
        if (briefing.stage() == Stage.PUBLISHED) {
            return;
        }
        if (briefing.stage() != Stage.APPROVED) {
            throw new IllegalStateException(briefingNo + " is not approved");
        }
        briefings.setPublished(briefingNo, briefing.version(), time.instant());
        briefings.move(briefingNo, Stage.PUBLISHED, briefing.version());
        record("briefing.published", briefingNo, Map.of("version", briefing.version()), null);
    }

    /** Writes to the addresses of the campaign, one mail of each version to each. */
    public void send(String briefingNo) {
        Briefing briefing = get(briefingNo);
        BriefingVersion version = newest(briefing);
        Campaign campaign = campaigns.get(briefing.campaignNo());
        String template = version.version() == 1 ? "briefing.mail.new" : "briefing.mail.corrected";
        mails.send(campaignFigures.choiceOf(briefing.campaignNo()).recipients().stream()
                .map(recipient -> MailOrder.of(
                                "briefing " + briefingNo + " " + version.version() + " " + recipient,
                                recipient,
                                template,
                                briefingNo,
                                new MailOrder.Words(
                                        campaign.plan().name(), campaign.plan().nameZh()),
                                briefing.span().from(),
                                briefing.span().to(),
                                address.of("/briefings/" + briefingNo),
                                version.version(),
                                version.reason() == null ? "" : version.reason())
                        .about("briefing " + briefingNo))
                .toList());
    }

    /**
     * Begins a new version of a published briefing.
     *
     * @param reason what is wrong with the one before; everybody may read it
     * @throws BadInput if the briefing is not published, or the reason is missing
     */
    public void correct(String briefingNo, String reason) {
        CampaignFigures.requireOffice();
        Briefing briefing = locked(briefingNo);
        String why = text("reason", reason, LONGEST_REASON);
        BriefingVersion last = newest(briefing);
        if (briefing.stage() == Stage.DRAFT && why.equals(last.reason())) {
            return;
        }
        if (briefing.stage() != Stage.PUBLISHED) {
            throw new BadInput("", "briefing.not-published", briefingNo);
        }
        int next = last.version() + 1;
        briefings.addVersion(new BriefingVersion(
                briefingNo,
                next,
                time.instant(),
                last.narrative(),
                last.narrativeZh(),
                why,
                null,
                null,
                null,
                null,
                null));
        figures.copy(briefingNo, last.version(), next);
        briefings.move(briefingNo, Stage.DRAFT, next);
        record("briefing.correction-ordered", briefingNo, Map.of("version", next), why);
        workflow.beginCorrection(briefingNo);
    }

    private Briefing get(String briefingNo) {
        return briefings.find(briefingNo).orElseThrow();
    }

    private Briefing locked(String briefingNo) {
        return briefings.lock(briefingNo).orElseThrow(() -> new BadInput("", "briefing.unknown", briefingNo));
    }

    private BriefingVersion newest(Briefing briefing) {
        return briefings.version(briefing.briefingNo(), briefing.version()).orElseThrow();
    }

    private static Briefing requireDraft(Briefing briefing) {
        if (briefing.stage() != Stage.DRAFT) {
            throw new BadInput("", "briefing.no-draft", briefing.briefingNo());
        }
        return briefing;
    }

    static String text(String field, String given, int longest) {
        String text = given == null ? "" : given.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new BadInput(field, "briefing.words-missing");
        }
        if (text.length() > longest) {
            throw new BadInput(field, "briefing.too-long", longest, text.length());
        }
        return text;
    }

    private void record(String act, String subject, Map<String, ?> after, String reason) {
        audit.record(AuditEntry.of(act, "briefing", subject, after).withReason(reason));
    }
}
