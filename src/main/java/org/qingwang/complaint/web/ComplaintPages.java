package org.qingwang.complaint.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintPage;
import org.qingwang.complaint.ComplaintSearch;
import org.qingwang.complaint.ComplaintSection;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ComplaintStatus;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The complaints of an officer's own jurisdiction; all of them for the office and supervisors. */
@Controller
@RequestMapping("/desk/complaints")
class ComplaintPages {

    private final ComplaintService complaints;
    private final ComplaintViews views;
    private final List<ComplaintSection> sections;

    ComplaintPages(ComplaintService complaints, ComplaintViews views, List<ComplaintSection> sections) {
        this.complaints = complaints;
        this.views = views;
        this.sections = sections;
    }

    /** A part of the page that another capability draws. */
    record DrawnSection(String fragment, Object content) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        String words = q.strip();
        Optional<Complaint> named = complaints.findAsTyped(words).filter(ComplaintPages::isVisible);
        if (named.isPresent()) {
            return "redirect:/desk/complaints/" + named.get().receiptNo();
        }
        Optional<ComplaintStatus> chosen = views.status(status);
        ComplaintPage page = complaints.page(new ComplaintSearch(ownOrAll(), chosen, given(words), given(before)));
        model.addAttribute("page", page);
        model.addAttribute("statuses", ComplaintStatus.values());
        model.addAttribute("status", chosen.map(Enum::name).orElse(""));
        model.addAttribute("q", words);
        model.addAttribute("before", before);
        model.addAttribute("everywhere", Actors.current().seesEverything());
        return "complaint/list";
    }

    @GetMapping("/{receiptNo}")
    String complaint(@PathVariable String receiptNo, Model model) {
        Complaint complaint = visible(receiptNo);
        model.addAttribute("view", views.of(complaint));
        model.addAttribute("sections", sections(complaint));
        model.addAttribute("mayRenew", Actors.current().worksFor(complaint.intake()));
        return "complaint/complaint";
    }

    /** What an officer reads inside the task's form. */
    @GetMapping("/{receiptNo}/summary")
    String summary(@PathVariable String receiptNo, Model model) {
        model.addAttribute("view", views.of(visible(receiptNo)));
        return "complaint/summary";
    }

    /** Shows a new secret once, on the answer itself: it is kept nowhere it could be read again. */
    @PostMapping("/{receiptNo}/secret")
    String renewSecret(@PathVariable String receiptNo, Model model) {
        Complaint complaint = visible(receiptNo);
        if (!Actors.current().worksFor(complaint.intake())) {
            throw new NotAllowed("to renew the secret of " + receiptNo);
        }
        model.addAttribute("receipt", complaints.renewSecret(receiptNo));
        return "complaint/receipt";
    }

    private List<DrawnSection> sections(Complaint complaint) {
        return sections.stream()
                .flatMap(section ->
                        section.of(complaint).stream().map(content -> new DrawnSection(section.fragment(), content)))
                .toList();
    }

    private Complaint visible(String receiptNo) {
        return complaints
                .find(receiptNo)
                .filter(ComplaintPages::isVisible)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isVisible(Complaint complaint) {
        return ComplaintService.maySee(Actors.current(), complaint);
    }

    private static Optional<Jurisdiction> ownOrAll() {
        Actor actor = Actors.current();
        if (actor.seesEverything()) {
            return Optional.empty();
        }
        return Optional.of(
                actor.homeJurisdiction().orElseThrow(() -> new NotAllowed("the complaints of any jurisdiction")));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(value -> !value.isEmpty());
    }
}
