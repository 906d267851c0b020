package org.qingwang.customs.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Agency;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.HolderLetter;
import org.qingwang.customs.RecordationService;
import org.qingwang.customs.RecordedRight;
import org.qingwang.law.SecurityRule;
import org.qingwang.law.WorkingCalendar;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What customs found and did, on the case page and in the summary inside a task's form. */
@Component
@Order(21)
class DetentionSection implements CaseSection {

    private final CustomsService customs;
    private final RecordationService recordations;
    private final SecurityRules securities;
    private final Clock time;

    DetentionSection(CustomsService customs, RecordationService recordations, SecurityRules securities, Clock time) {
        this.customs = customs;
        this.recordations = recordations;
        this.securities = securities;
        this.time = time;
    }

    /**
     * What the fragment shows.
     *
     * @param recordation as it stands today; null if the right is not recorded
     * @param letters those the holder got or is to get
     * @param securityRule the version of the rule the security was computed by; null before
     */
    record View(Dossier dossier, RecordedRight recordation, SecurityRule securityRule, List<HolderLetter> letters) {}

    @Override
    public String fragment() {
        return "customs/case :: casePart";
    }

    @Override
    public boolean inSummary() {
        return true;
    }

    @Override
    public Optional<View> of(CaseFile file) {
        return file.leadJurisdiction()
                .filter(lead -> lead.agency() == Agency.CUSTOMS)
                .flatMap(lead -> customs.dossierOf(file.caseNo()))
                .map(this::view);
    }

    private View view(Dossier dossier) {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        RecordedRight recordation = dossier.examination() == null
                ? null
                : recordations
                        .find(dossier.examination().recordationNo())
                        .map(known -> recordations.on(known, today))
                        .orElse(null);
        List<HolderLetter> letters = Arrays.stream(HolderLetter.values())
                .filter(letter -> letter.isDue(dossier))
                .toList();
        return new View(dossier, recordation, securities.of(dossier.required()), letters);
    }
}
