package org.qingwang.customs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.casefile.web.LetterPrint;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.HolderLetter;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.print.Download;
import org.qingwang.print.InLanguage;
import org.qingwang.print.IssuedDocuments;
import org.qingwang.print.Letter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The letters to a holder, to read and to print. Who may not see the case does not find them. */
@Controller
class CustomsPages {

    private final CustomsService customs;
    private final CaseService cases;
    private final StatutoryClocks clocks;
    private final SecurityRules securities;
    private final CaseVocabulary vocabulary;
    private final IssuedDocuments documents;
    private final Clock time;

    CustomsPages(
            CustomsService customs,
            CaseService cases,
            StatutoryClocks clocks,
            SecurityRules securities,
            CaseVocabulary vocabulary,
            IssuedDocuments documents,
            Clock time) {
        this.customs = customs;
        this.cases = cases;
        this.clocks = clocks;
        this.securities = securities;
        this.vocabulary = vocabulary;
        this.documents = documents;
        this.time = time;
    }

    @GetMapping("/desk/cases/{caseNo}/customs/letters/{letter}")
    String letter(@PathVariable String caseNo, @PathVariable String letter, Model model) {
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("letter", written(caseNo, named(letter)));
        model.addAttribute("name", letter);
        return "customs/letter";
    }

    @GetMapping("/desk/cases/{caseNo}/customs/letters/{letter}.pdf")
    void print(
            @PathVariable String caseNo,
            @PathVariable String letter,
            @RequestParam(defaultValue = "") String language,
            Locale reader,
            HttpServletResponse response)
            throws IOException {
        HolderLetter named = named(letter);
        Locale asked = language.isEmpty() ? reader : Locale.forLanguageTag(language);
        byte[] pdf = InLanguage.of(
                asked,
                () -> LetterPrint.of(written(caseNo, named), caseNo, time.instant(), vocabulary.forReader(), asked));
        documents.issued(pdf, "customs-letter");
        Download.label(response, MediaType.APPLICATION_PDF_VALUE, caseNo + "-" + letter + ".pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private Letter written(String caseNo, HolderLetter letter) {
        Dossier dossier = visible(caseNo);
        if (!letter.isDue(dossier)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new LetterWriter(
                        letter, dossier, clocks.of(caseNo), securities.of(dossier.required()), vocabulary.forReader())
                .written();
    }

    private static HolderLetter named(String name) {
        return Arrays.stream(HolderLetter.values())
                .filter(letter -> letter.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Dossier visible(String caseNo) {
        return customs.dossierOf(caseNo)
                .filter(dossier -> cases.maySee(Actors.current(), caseNo))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
