package org.qingwang.mediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.casefile.web.LetterPrint;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.mediation.Letter;
import org.qingwang.mediation.Mediation;
import org.qingwang.mediation.MediationService;
import org.qingwang.print.Download;
import org.qingwang.print.InLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The record of a mediation and the letters to both sides. To whom the complaint is closed, none exists. */
@Controller
@RequestMapping("/desk/complaints/{receiptNo}/mediation")
class MediationPages {

    private static final Set<String> OWN_CLOCKS =
            Set.of(MediationService.DECISION_CLOCK, MediationService.MEDIATION_CLOCK, MediationService.RESULT_CLOCK);

    private final MediationService mediations;
    private final ComplaintService complaints;
    private final StatutoryClocks clocks;
    private final CaseVocabulary vocabulary;
    private final Clock time;

    MediationPages(
            MediationService mediations,
            ComplaintService complaints,
            StatutoryClocks clocks,
            CaseVocabulary vocabulary,
            Clock time) {
        this.mediations = mediations;
        this.complaints = complaints;
        this.clocks = clocks;
        this.vocabulary = vocabulary;
        this.time = time;
    }

    @GetMapping
    String page(@PathVariable String receiptNo, Model model) {
        Mediation mediation = visible(receiptNo, model);
        model.addAttribute("clocks", clocksOf(receiptNo));
        model.addAttribute(
                "sides",
                Arrays.stream(Letter.Side.values())
                        .filter(side -> mediation
                                .letter()
                                .filter(letter -> letter.isFor(side))
                                .isPresent())
                        .toList());
        return "mediation/mediation";
    }

    /** Inside the forms of Tasklist. */
    @GetMapping("/summary")
    String summary(@PathVariable String receiptNo, Model model) {
        page(receiptNo, model);
        return "mediation/summary";
    }

    @GetMapping("/letters/{side}")
    String letter(@PathVariable String receiptNo, @PathVariable("side") String name, Model model) {
        Mediation mediation = visible(receiptNo, model);
        Letter.Side side = side(name);
        model.addAttribute("side", side.name());
        model.addAttribute(
                "letter",
                mediation.letter().filter(letter -> letter.isFor(side)).orElseThrow(MediationPages::nothing));
        model.addAttribute("until", mediationClock(receiptNo));
        return "mediation/letter";
    }

    @GetMapping("/letters/{side}.pdf")
    void print(
            @PathVariable String receiptNo,
            @PathVariable("side") String name,
            @RequestParam(defaultValue = "") String language,
            Locale reader,
            HttpServletResponse response)
            throws IOException {
        Model model = new ExtendedModelMap();
        Mediation mediation = visible(receiptNo, model);
        Complaint complaint = (Complaint) model.getAttribute("complaint");
        Letter.Side side = side(name);
        Letter letter = mediation.letter().filter(one -> one.isFor(side)).orElseThrow(MediationPages::nothing);
        Locale asked = language.isEmpty() ? reader : Locale.forLanguageTag(language);
        byte[] pdf = InLanguage.of(asked, () -> {
            CaseWords words = vocabulary.forReader();
            MediationLetter text = new MediationLetter(letter, side, mediation, complaint.content(), words);
            return LetterPrint.of(text.written(mediationClock(receiptNo)), receiptNo, time.instant(), words, asked);
        });
        Download.label(response, MediaType.APPLICATION_PDF_VALUE, receiptNo + "-" + name + ".pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    private Mediation visible(String receiptNo, Model model) {
        Complaint complaint = complaints
                .find(receiptNo)
                .filter(found -> ComplaintService.maySee(Actors.current(), found))
                .orElseThrow(MediationPages::nothing);
        Mediation mediation = mediations.find(receiptNo).orElseThrow(MediationPages::nothing);
        model.addAttribute("complaint", complaint);
        model.addAttribute("mediation", mediation);
        model.addAttribute("words", vocabulary.forReader());
        return mediation;
    }

    private List<StatutoryClock> clocksOf(String receiptNo) {
        return clocks.of(receiptNo).stream()
                .filter(clock -> OWN_CLOCKS.contains(clock.rule().id()))
                .toList();
    }

    /** Says until when mediation may last; null if it never began. */
    private StatutoryClock mediationClock(String receiptNo) {
        return clocks.of(receiptNo).stream()
                .filter(clock -> clock.rule().id().equals(MediationService.MEDIATION_CLOCK))
                .findFirst()
                .orElse(null);
    }

    private static Letter.Side side(String name) {
        return Arrays.stream(Letter.Side.values())
                .filter(side -> side.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(MediationPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
