package org.qingwang.publicsecurity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingwang.law.Threshold;
import org.qingwang.law.Threshold.Circumstance;
import org.qingwang.law.Threshold.Measure;
import org.qingwang.law.Threshold.Tier;
import org.qingwang.law.ThresholdRule;
import org.qingwang.law.Thresholds;
import org.qingwang.publicsecurity.Assessment.Verdict;
import org.springframework.stereotype.Component;

/**
 * Says whether what is known of a case must be referred to the police: because a threshold of the offence is reached,
 * or because a crime is reasonably suspected (State Council Decree 310 art. 3). Every figure of the law comes from
 * {@code law/thresholds.yaml}.
 *
 * <p>Acts that nobody has punished accumulate. The law of the last day of the conduct counts, unless the law of the day
 * of the assessment is lighter for these facts. The lower figures for a repetition are compared with the repeating acts
 * alone.
 */
@Component
public class ReferralCalculator {

    private static final String REPETITION = "crime.repeat";

    private final Thresholds thresholds;

    public ReferralCalculator(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * @param today the day of the assessment
     * @throws org.qingwang.common.BadInput if the facts contradict each other or the calendar, or lie before any version
     *     of the law that is known here
     */
    public Assessment assess(CrimeFacts facts, LocalDate today) {
        new CrimeChecks(today).facts(facts);
        List<OffenceResult> offences = new ArrayList<>();
        offences.add(measure(facts.offence(), facts, today));
        if (facts.shoddy() && facts.offence() != Offence.SHODDY_GOODS) {
            offences.add(measure(Offence.SHODDY_GOODS, facts, today));
        }
        Figures repeated = repetitions(facts, facts.conductEnd()).orElse(null);
        return new Assessment(Figures.of(facts.unpunished()), repeated, offences, verdict(facts, offences));
    }

    private static Verdict verdict(CrimeFacts facts, List<OffenceResult> offences) {
        if (offences.stream().anyMatch(OffenceResult::isReached)) {
            return Verdict.REACHED;
        }
        return facts.isSuspected() ? Verdict.SUSPECTED : Verdict.NOT_REACHED;
    }

    private OffenceResult measure(Offence offence, CrimeFacts facts, LocalDate today) {
        if (offence.ruleId().isEmpty()) {
            return OffenceResult.withoutFigures(offence);
        }
        OffenceResult atConduct = measureBy(offence, facts, facts.conductEnd());
        if (!atConduct.rule().head().lighterNewLaw()) {
            return atConduct;
        }
        OffenceResult now = measureBy(offence, facts, today);
        return now.isLighterThan(atConduct) ? now : atConduct;
    }

    private OffenceResult measureBy(Offence offence, CrimeFacts facts, LocalDate lawOf) {
        ThresholdRule rule = thresholds.inForce(offence.ruleId().orElseThrow(), lawOf);
        Figures all = Figures.of(facts.unpunished());
        Optional<Figures> repeated = repetitions(facts, lawOf);
        List<Compared> compared = new ArrayList<>();
        for (Threshold threshold : rule.items()) {
            figuresFor(threshold.circumstance(), facts, all, repeated)
                    .map(figures -> new Compared(threshold, figures.of(threshold.measure())))
                    .ifPresent(compared::add);
        }
        return new OffenceResult(offence, rule, compared);
    }

    private static Optional<Figures> figuresFor(
            Circumstance circumstance, CrimeFacts facts, Figures all, Optional<Figures> repeated) {
        return switch (circumstance) {
            case ANY, ATTEMPT -> Optional.of(all);
            case TWO_MARKS -> facts.marks() >= 2 ? Optional.of(all) : Optional.empty();
            case REPEAT -> repeated;
            case PERSON, ORGANISATION -> Optional.empty();
        };
    }

    /** Empty if nothing repeats, or if the law of that day knows no repetition. */
    private Optional<Figures> repetitions(CrimeFacts facts, LocalDate lawOf) {
        if (facts.punishedOn() == null) {
            return Optional.empty();
        }
        return yearsOfRepetition(lawOf)
                .map(years -> facts.unpunished().stream()
                        .filter(act -> act.isRepetitionOf(facts.punishedOn(), years))
                        .toList())
                .filter(acts -> !acts.isEmpty())
                .map(Figures::of);
    }

    private Optional<Integer> yearsOfRepetition(LocalDate lawOf) {
        return thresholds.versions(REPETITION).stream()
                .filter(version -> version.isInForceOn(lawOf))
                .findFirst()
                .flatMap(version -> version.find(Measure.YEARS, Circumstance.REPEAT, Tier.ORDINARY))
                .map(years -> years.amount().intValueExact());
    }
}
