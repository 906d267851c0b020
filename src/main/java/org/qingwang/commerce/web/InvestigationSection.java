package org.qingwang.commerce.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.commerce.ChallengeService;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.Investigation;
import org.qingwang.commerce.LawfulRange;
import org.qingwang.commerce.Suspension;
import org.qingwang.commerce.SuspensionService;
import org.qingwang.commerce.measure.Measure;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.law.FineRanges;
import org.qingwang.law.FineRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What market regulation found and decided, on the case page and in the summary inside a task's form. */
@Component
@Order(20)
class InvestigationSection implements CaseSection {

    private final CommerceService commerce;
    private final MeasureService measures;
    private final SuspensionService suspensions;
    private final ChallengeService challenges;
    private final FineRanges fines;
    private final AgencyService agencies;

    InvestigationSection(
            CommerceService commerce,
            MeasureService measures,
            SuspensionService suspensions,
            ChallengeService challenges,
            FineRanges fines,
            AgencyService agencies) {
        this.commerce = commerce;
        this.measures = measures;
        this.suspensions = suspensions;
        this.challenges = challenges;
        this.fines = fines;
        this.agencies = agencies;
    }

    /**
     * What the fragment shows.
     *
     * @param latest the newest findings; null before
     * @param earlier the rounds before, the newest first
     * @param decided the decision; null before
     * @param letters what can be printed for the party
     * @param measures registration, sealing and seizure, the first first
     * @param mayTakeMeasures whether the reader may ask for another
     * @param mayAnnul whether the reader may say that the decision was annulled or changed
     * @param mayRecordChallenge whether the reader may say that the party contested the decision, or how that ended
     * @param suspension why the investigation stands still; null if it does not
     * @param maySuspend whether the reader may let it stand still, or go on
     */
    record View(
            Dossier dossier,
            RoundView latest,
            List<RoundView> earlier,
            DecidedView decided,
            List<PartyLetter> letters,
            List<Measure> measures,
            boolean mayTakeMeasures,
            boolean mayAnnul,
            boolean mayRecordChallenge,
            Suspension suspension,
            boolean maySuspend) {}

    /** A round with the rule its fine range rests on, null before it was computed, and names instead of user ids. */
    record RoundView(Dossier.Round round, FineRule rule, String recordedBy, String reviewedBy) {}

    /** A decision with the rule its fine was checked against and the name of who made it. */
    record DecidedView(Dossier.Decided decided, FineRule rule, String by) {}

    @Override
    public String fragment() {
        return "commerce/case :: casePart";
    }

    @Override
    public boolean inSummary() {
        return true;
    }

    @Override
    public Optional<View> of(CaseFile file) {
        return commerce.dossierOf(file.caseNo()).map(dossier -> view(dossier, file));
    }

    private View view(Dossier dossier, CaseFile file) {
        List<RoundView> newestFirst = dossier.rounds().stream()
                .sorted((one, other) -> other.number() - one.number())
                .map(this::view)
                .toList();
        return new View(
                dossier,
                newestFirst.isEmpty() ? null : newestFirst.get(0),
                newestFirst.stream().skip(1).toList(),
                dossier.decision() == null ? null : view(dossier.decision()),
                Arrays.stream(PartyLetter.values())
                        .filter(letter -> letter.isDue(dossier))
                        .toList(),
                measuresOf(dossier.investigation()),
                mayTakeMeasures(dossier.investigation()),
                dossier.isAnnullable() && AnnulmentPages.isOfTheLead(file),
                challenges.mayRecord(Actors.current(), dossier),
                suspensions.of(dossier.investigation()).orElse(null),
                suspensions.maySuspend(Actors.current(), dossier.investigation()));
    }

    /** Plain cases know without a look at the table that there are none. */
    private List<Measure> measuresOf(Investigation investigation) {
        return investigation.measured() ? measures.ofCase(investigation.caseNo()) : List.of();
    }

    private boolean mayTakeMeasures(Investigation investigation) {
        return investigation.closedAt() == null
                && measures.mayTake(
                        Actors.current(),
                        investigation.jurisdiction(),
                        investigation.stage().name());
    }

    private RoundView view(Dossier.Round round) {
        FineRule rule = round.range() == null ? null : rule(round.range());
        String reviewer = round.reviewedBy() == null ? null : name(round.reviewedBy());
        return new RoundView(round, rule, name(round.recordedBy()), reviewer);
    }

    private DecidedView view(Dossier.Decided decided) {
        return new DecidedView(decided, rule(decided.range()), name(decided.by()));
    }

    private FineRule rule(LawfulRange range) {
        return fines.version(range.rule(), range.version()).orElseThrow();
    }

    private String name(String userId) {
        return agencies.find(userId).map(Officer::name).orElse(userId);
    }
}
