package org.qingwang.briefing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.briefing.AgencyReturn.Stage;
import org.qingwang.common.BadInput;
import org.qingwang.common.Bilingual;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.form.Label;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The return of an agency: filled in from its cases, changed where somebody has a reason, sent. Every use case may be called
 * twice.
 */
@Service
@Transactional
public class ReturnService {

    private static final int LONGEST = 2000;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private final AgencyReturns returns;
    private final Briefings briefings;
    private final CampaignFigures campaignFigures;
    private final IndicatorCatalogue catalogue;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock time;

    ReturnService(
            AgencyReturns returns,
            Briefings briefings,
            CampaignFigures campaignFigures,
            IndicatorCatalogue catalogue,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock time) {
        this.returns = returns;
        this.briefings = briefings;
        this.campaignFigures = campaignFigures;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /** An indicator the agency reports, what its cases say, and what it said itself. */
    public record Line(Indicator indicator, Figure figure, List<CountedCase> cases) {}

    /** A return as its agency sees it. */
    public record View(AgencyReturn agencyReturn, Briefing briefing, List<Line> lines) {}

    /** @return numbers of the returns a briefing waits for */
    @Transactional(readOnly = true)
    public List<String> awaited(String briefingNo) {
        return returns.of(briefingNo).stream()
                .filter(one -> one.stage() == Stage.ASKED)
                .map(AgencyReturn::returnNo)
                .toList();
    }

    /** @return the return, whoever asks */
    @Transactional(readOnly = true)
    public AgencyReturn get(String returnNo) {
        return returns.find(returnNo).orElseThrow();
    }

    /** @return empty if there is no such return, or it is another agency's */
    @Transactional(readOnly = true)
    public Optional<View> find(String returnNo) {
        return returns.find(returnNo)
                .filter(one -> maySee(Actors.current(), one.jurisdiction()))
                .map(this::view);
    }

    static boolean maySee(Actor actor, Jurisdiction jurisdiction) {
        return actor.seesEverything() || actor.worksFor(jurisdiction);
    }

    private View view(AgencyReturn one) {
        Briefing briefing = briefings.find(one.briefingNo()).orElseThrow();
        Map<String, List<CountedCase>> lists =
                campaignFigures.lists(briefing.campaignNo(), briefing.indicators(), briefing.span());
        Map<String, Figure> said = new HashMap<>();
        returns.figuresOf(briefing.briefingNo()).stream()
                .filter(figure -> figure.reporter().equals(one.jurisdiction().id()))
                .forEach(figure -> said.put(figure.indicator(), figure));
        List<Line> lines = catalogue.all(briefing.indicators()).stream()
                .filter(indicator -> indicator.isReportedBy(one.jurisdiction().agency()))
                .map(indicator -> line(indicator, one.jurisdiction(), lists, said.get(indicator.key())))
                .toList();
        return new View(one, briefing, lines);
    }

    private static Line line(
            Indicator indicator, Jurisdiction jurisdiction, Map<String, List<CountedCase>> lists, Figure said) {
        List<CountedCase> cases = lists.getOrDefault(indicator.key(), List.of()).stream()
                .filter(one -> one.agency().equals(jurisdiction))
                .toList();
        Figure figure = new Figure(
                indicator.key(),
                jurisdiction.id(),
                indicator.isComputed() ? Tally.sum(cases) : null,
                said == null ? null : said.reported(),
                said == null ? null : said.reason());
        return new Line(indicator, figure, cases);
    }

    /** @return indicators that nobody computes for an agency */
    static List<Indicator> enteredBy(Jurisdiction jurisdiction, List<Indicator> indicators) {
        return indicators.stream()
                .filter(one -> !one.isComputed() && one.isReportedBy(jurisdiction.agency()))
                .toList();
    }

    /**
     * Enters figures. What equals the list of its cases is not kept: the list stands for itself.
     *
     * @param values by indicator; an empty one takes back what was entered
     * @param reasons by indicator
     * @throws BadInput if the return was sent, a value is out of range, or the reason for a difference is missing
     */
    public void enter(String returnNo, Map<String, BigDecimal> values, Map<String, String> reasons) {
        AgencyReturn one = lockedOwn(returnNo);
        if (one.stage() != Stage.ASKED) {
            throw new BadInput("", "briefing.return.over", returnNo);
        }
        for (Line line : view(one).lines()) {
            String key = line.indicator().key();
            if (values.containsKey(key)) {
                enter(returnNo, line, values.get(key), reasons.get(key));
            }
        }
        audit.record(AuditEntry.of("briefing.return-entered", "briefing", returnNo, Map.of("figures", values.size())));
    }

    private void enter(String returnNo, Line line, BigDecimal value, String reason) {
        String key = line.indicator().key();
        BigDecimal listed = line.figure().listed();
        if (value == null || listed != null && listed.compareTo(value) == 0) {
            returns.takeOut(returnNo, key);
            return;
        }
        int decimals = line.indicator().unit().isMoney() ? 2 : 0;
        if (value.signum() < 0
                || value.compareTo(MOST) > 0
                || value.stripTrailingZeros().scale() > decimals) {
            throw new BadInput("value-" + key, "briefing.return.value", decimals, name(line), value);
        }
        String why = reason == null || reason.isBlank() ? null : BriefingService.text("reason-" + key, reason, LONGEST);
        if (listed != null && why == null) {
            throw new BadInput("reason-" + key, "briefing.return.reason", listed, name(line), value);
        }
        Instant now = time.instant();
        returns.enter(
                returnNo,
                new Figure(key, line.figure().reporter(), listed, value, why),
                now,
                Actors.current().name());
    }

    /**
     * Sends the return.
     *
     * @param nothing whether there is nothing to report
     * @param words what the agency has to say beside its figures; null for nothing
     * @throws BadInput if there is nothing to report but the cases say something, or a figure nobody computes is missing
     */
    public void send(String returnNo, boolean nothing, String words) {
        AgencyReturn one = lockedOwn(returnNo);
        if (one.stage() == Stage.SENT) {
            return;
        }
        if (one.stage() != Stage.ASKED) {
            throw new BadInput("", "briefing.return.over", returnNo);
        }
        requireComplete(view(one), nothing);
        String said = words == null || words.isBlank() ? null : BriefingService.text("words", words, LONGEST);
        returns.send(returnNo, nothing, said, time.instant(), Actors.current().name());
        clocks.met(returnNo, BriefingService.RETURN_CLOCK);
        audit.record(AuditEntry.of("briefing.return-sent", "briefing", returnNo, Map.of("nothing", nothing)));
    }

    private static void requireComplete(View view, boolean nothing) {
        for (Line line : view.lines()) {
            BigDecimal value = line.figure().value();
            if (nothing && !line.indicator().isStock() && value != null && value.signum() != 0) {
                throw new BadInput("report", "briefing.return.something", name(line), value);
            }
            if (!nothing && value == null) {
                throw new BadInput("", "briefing.return.missing", name(line));
            }
        }
    }

    private static Label name(Line line) {
        Bilingual name = line.indicator().name();
        return new Label(name.en() + " · " + name.zh());
    }

    private AgencyReturn lockedOwn(String returnNo) {
        AgencyReturn one = returns.lock(returnNo).orElseThrow(() -> new BadInput("", "briefing.unknown", returnNo));
        if (!Actors.current().worksFor(one.jurisdiction())) {
            throw new NotAllowed("return " + returnNo);
        }
        return one;
    }
}
