package org.qingwang.commerce.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.casefile.web.LetterPrint;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.HearingService;
import org.qingwang.commerce.LawfulRange;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.law.DeadlineRule;
import org.qingwang.law.DeadlineRules;
import org.qingwang.law.FineRanges;
import org.qingwang.law.LegalReferences;
import org.qingwang.law.RuleHead;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.print.Download;
import org.qingwang.print.InLanguage;
import org.qingwang.print.Letter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Notice and decision for the party, to print, sign and seal. Who may not see the case does not find them. */
@Controller
class PartyLetterPages {

    private final CommerceService commerce;
    private final CaseService cases;
    private final FineRanges fines;
    private final DeadlineRules deadlines;
    private final LegalReferences references;
    private final CaseVocabulary vocabulary;
    private final Clock time;

    PartyLetterPages(
            CommerceService commerce,
            CaseService cases,
            FineRanges fines,
            DeadlineRules deadlines,
            LegalReferences references,
            CaseVocabulary vocabulary,
            Clock time) {
        this.commerce = commerce;
        this.cases = cases;
        this.fines = fines;
        this.deadlines = deadlines;
        this.references = references;
        this.vocabulary = vocabulary;
        this.time = time;
    }

    @GetMapping("/desk/cases/{caseNo}/commerce/letters/{letter}.pdf")
    void print(
            @PathVariable String caseNo,
            @PathVariable String letter,
            @RequestParam(defaultValue = "") String language,
            Locale reader,
            HttpServletResponse response)
            throws IOException {
        PartyLetter named = PartyLetter.named(letter).orElseThrow(PartyLetterPages::nothing);
        CaseFile file = cases.find(caseNo)
                .filter(found -> cases.maySee(Actors.current(), caseNo))
                .orElseThrow(PartyLetterPages::nothing);
        Dossier dossier = commerce.dossierOf(caseNo).filter(named::isDue).orElseThrow(PartyLetterPages::nothing);
        Locale asked = language.isEmpty() ? reader : Locale.forLanguageTag(language);
        byte[] pdf = InLanguage.of(asked, () -> {
            CaseWords words = vocabulary.forReader();
            return LetterPrint.of(written(named, file, dossier, words), caseNo, time.instant(), words, asked);
        });
        Download.label(response, MediaType.APPLICATION_PDF_VALUE, caseNo + "-" + letter + ".pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private Letter written(PartyLetter letter, CaseFile file, Dossier dossier, CaseWords words) {
        boolean decided = letter == PartyLetter.DECISION;
        LawfulRange range = decided
                ? dossier.decision().range()
                : dossier.latest().orElseThrow().range();
        PartyLetterWriter writer = new PartyLetterWriter(file, dossier, basisOf(range), words);
        return decided ? writer.decision() : writer.notice();
    }

    private PartyLetterWriter.Basis basisOf(LawfulRange range) {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        return new PartyLetterWriter.Basis(
                fines.version(range.rule(), range.version()).orElseThrow(),
                fines.surcharge(today),
                period(PenaltyExecution.PAYMENT_CLOCK, today),
                period(HearingService.REQUEST_CLOCK, today),
                cited("penalty.reconsideration", today),
                cited("penalty.suit", today));
    }

    private PartyLetterWriter.Period period(String rule, LocalDate day) {
        DeadlineRule found = deadlines.inForce(rule, day);
        return new PartyLetterWriter.Period(found.limit(), found.head());
    }

    private RuleHead cited(String reference, LocalDate day) {
        return references.cite(reference, day, day).head();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
