package org.qingwang.casefile.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.engine.picture.ProcessPicture;
import org.qingwang.engine.picture.ProcessPicture.WaitingStep;
import org.qingwang.engine.picture.ProcessPictures;
import org.qingwang.law.StatutoryClocks;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page of one case, and its summary inside the forms of Tasklist. To whom it is closed, it does not exist. */
@Controller
@RequestMapping("/desk/cases/{caseNo}")
class CasePages {

    private final CaseService cases;
    private final CaseTimeline timeline;
    private final CaseComplaintViews complaints;
    private final StatutoryClocks clocks;
    private final ProcessPictures pictures;
    private final List<CaseSection> sections;
    private final CaseVocabulary vocabulary;

    CasePages(
            CaseService cases,
            CaseTimeline timeline,
            CaseComplaintViews complaints,
            StatutoryClocks clocks,
            ProcessPictures pictures,
            List<CaseSection> sections,
            CaseVocabulary vocabulary) {
        this.cases = cases;
        this.timeline = timeline;
        this.complaints = complaints;
        this.clocks = clocks;
        this.pictures = pictures;
        this.sections = sections;
        this.vocabulary = vocabulary;
    }

    /** A part of the page that another capability draws. */
    record DrawnSection(String fragment, Object content) {}

    @GetMapping
    String page(@PathVariable String caseNo, Model model) {
        CaseFile file = visible(caseNo);
        List<ProcessPicture> drawn = pictures.of(caseNo, LocaleContextHolder.getLocale());
        List<CaseEvent> events = timeline.of(caseNo);
        addBasics(file, waiting(drawn), model);
        model.addAttribute("pictures", drawn);
        model.addAttribute("agencies", cases.agenciesOf(caseNo));
        model.addAttribute("events", events);
        model.addAttribute(
                "decisions", events.stream().filter(CaseEvent::decision).toList());
        model.addAttribute("people", CasePerson.of(events));
        model.addAttribute("sections", sections(file, false));
        return "casefile/case";
    }

    @GetMapping("/summary")
    String summary(@PathVariable String caseNo, Model model) {
        CaseFile file = visible(caseNo);
        addBasics(file, pictures.waitingStepsOf(caseNo, LocaleContextHolder.getLocale()), model);
        model.addAttribute("sections", sections(file, true));
        return "casefile/summary";
    }

    private void addBasics(CaseFile file, List<WaitingStep> waiting, Model model) {
        String caseNo = file.caseNo();
        model.addAttribute("file", file);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("waiting", soonestFirst(waiting));
        model.addAttribute("competence", cases.competenceOf(caseNo).orElse(null));
        model.addAttribute("complaints", complaints.of(caseNo));
        model.addAttribute("right", complaints.rightOf(file));
        model.addAttribute("listings", cases.listingsOf(caseNo));
        model.addAttribute("clocks", clocks.openFirst(caseNo));
    }

    private static List<WaitingStep> waiting(List<ProcessPicture> pictures) {
        return pictures.stream().flatMap(picture -> picture.waiting().stream()).toList();
    }

    /** What nobody has to do by a day stands last. */
    private static List<WaitingStep> soonestFirst(List<WaitingStep> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(WaitingStep::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<DrawnSection> sections(CaseFile file, boolean forSummary) {
        return sections.stream()
                .filter(section -> !forSummary || section.inSummary())
                .map(section -> section.of(file)
                        .map(content -> new DrawnSection(section.fragment(), content))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private CaseFile visible(String caseNo) {
        return cases.find(caseNo)
                .filter(file -> cases.maySee(Actors.current(), caseNo))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
