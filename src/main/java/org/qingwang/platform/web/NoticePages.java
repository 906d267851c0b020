package org.qingwang.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.CorrectionService;
import org.qingwang.platform.Flag;
import org.qingwang.platform.LinkService;
import org.qingwang.platform.ListingLines;
import org.qingwang.platform.Measure;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.PlatformService;
import org.qingwang.platform.Publication;
import org.qingwang.platform.PublicationService;
import org.qingwang.platform.Published;
import org.qingwang.portal.PageProblems;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sends notices to platforms from a case, and shows what came of each. To whom the case is closed, none exists. */
@Controller
class NoticePages {

    private final NoticeService notices;
    private final LinkService links;
    private final CorrectionService corrections;
    private final PlatformService platforms;
    private final PublicationService publications;
    private final CaseService cases;
    private final StatutoryClocks clocks;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;
    private final Clock time;

    NoticePages(
            NoticeService notices,
            LinkService links,
            CorrectionService corrections,
            PlatformService platforms,
            PublicationService publications,
            CaseService cases,
            StatutoryClocks clocks,
            CaseVocabulary vocabulary,
            PageProblems problems,
            Clock time) {
        this.notices = notices;
        this.links = links;
        this.corrections = corrections;
        this.platforms = platforms;
        this.publications = publications;
        this.cases = cases;
        this.clocks = clocks;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.time = time;
    }

    @GetMapping("/desk/cases/{caseNo}/notices/new")
    String empty(@PathVariable String caseNo, Model model) {
        CaseFile file = workedOn(caseNo);
        String listings = String.join("\n", cases.listingsOf(caseNo));
        return form(caseNo, NewNoticeForm.of(file, listings, WorkingCalendar.dateOf(time.instant())), model);
    }

    @PostMapping("/desk/cases/{caseNo}/notices")
    String send(
            @PathVariable String caseNo,
            @ModelAttribute NewNoticeForm notice,
            Model model,
            HttpServletResponse response) {
        workedOn(caseNo);
        try {
            return "redirect:/desk/notices/" + notices.send(caseNo, notice.read());
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(caseNo, notice, model);
        }
    }

    @GetMapping("/desk/notices/{noticeNo}")
    String notice(@PathVariable String noticeNo, Model model) {
        PlatformNotice notice = visible(noticeNo);
        model.addAttribute("notice", notice);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("clocks", clocks.openFirst(noticeNo));
        model.addAttribute("links", links.of(notice));
        model.addAttribute("files", links.filesOf(notice));
        model.addAttribute("party", LinkService.partyOf(notice.awaits()));
        model.addAttribute("mayLink", Actors.current().worksFor(notice.jurisdiction()));
        model.addAttribute("corrections", corrections.of(noticeNo));
        model.addAttribute("fines", notice.stage() == NoticeStage.FINE ? corrections.finesNow() : null);
        model.addAttribute("beside", platforms.beside(notice));
        model.addAttribute("released", publications.of(noticeNo).orElse(null));
        if (!model.containsAttribute("proposed")) {
            model.addAttribute("proposed", publications.proposed(notice));
        }
        model.addAttribute("flagKinds", Flag.Kind.values());
        model.addAttribute("mayFlag", Actors.current().isHeadOf(notice.jurisdiction()));
        model.addAttribute("today", WorkingCalendar.dateOf(time.instant()));
        return "platform/notice";
    }

    /** Inside the forms of Tasklist. */
    @GetMapping("/desk/notices/{noticeNo}/summary")
    String summary(@PathVariable String noticeNo, Model model) {
        notice(noticeNo, model);
        return "platform/summary";
    }

    private PlatformNotice visible(String noticeNo) {
        return notices.find(noticeNo)
                .filter(found -> cases.maySee(Actors.current(), found.caseNo()))
                .orElseThrow(() -> new NotAllowed("notice " + noticeNo));
    }

    @PostMapping("/desk/notices/{noticeNo}/flags")
    String flag(
            @PathVariable String noticeNo,
            @RequestParam Flag.Kind kind,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(noticeNo, model, response, () -> platforms.flag(noticeNo, kind, reason));
    }

    @PostMapping("/desk/notices/{noticeNo}/publication")
    String publish(
            @PathVariable String noticeNo,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate publishedOn,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response) {
        Published published = new Published(publishedOn, address.strip());
        return done(noticeNo, model, response, () -> platforms.publish(noticeNo, published));
    }

    /** Puts the notice on the public page, in the words the officer checked. */
    @PostMapping("/desk/notices/{noticeNo}/release")
    String release(
            @PathVariable String noticeNo,
            @RequestParam(defaultValue = "") String noticeText,
            @RequestParam(required = false) String declarationText,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("proposed", new Publication(0, noticeNo, null, noticeText, declarationText));
        return done(noticeNo, model, response, () -> publications.release(noticeNo, noticeText, declarationText));
    }

    @PostMapping("/desk/notices/{noticeNo}/release/withdraw")
    String withdraw(
            @PathVariable String noticeNo,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(noticeNo, model, response, () -> publications.withdraw(noticeNo, reason));
    }

    private String done(String noticeNo, Model model, HttpServletResponse response, Runnable act) {
        visible(noticeNo);
        try {
            act.run();
            return "redirect:/desk/notices/" + noticeNo;
        } catch (BadInput input) {
            problems.show(input, model, response);
            return notice(noticeNo, model);
        }
    }

    /** Shows the link once, on the answer itself: it is kept nowhere it could be read again. */
    @PostMapping("/desk/notices/{noticeNo}/links")
    String makeLink(@PathVariable String noticeNo, Model model) {
        String token = links.make(noticeNo);
        PlatformNotice notice = notices.find(noticeNo).orElseThrow();
        model.addAttribute("notice", notice);
        model.addAttribute("party", LinkService.partyOf(notice.awaits()));
        model.addAttribute("link", links.of(notice).get(0).link());
        model.addAttribute("mailedTo", LinkService.mailedTo(notice).orElse(null));
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/answer/" + token)
                        .toUriString());
        return "platform/link";
    }

    @PostMapping("/desk/notices/{noticeNo}/links/revoke")
    String revokeLink(@PathVariable String noticeNo) {
        links.revoke(noticeNo);
        return "redirect:/desk/notices/" + noticeNo;
    }

    private String form(String caseNo, NewNoticeForm notice, Model model) {
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("notice", notice);
        model.addAttribute("measures", Measure.values());
        model.addAttribute("most", ListingLines.MOST);
        model.addAttribute("today", WorkingCalendar.dateOf(time.instant()));
        return "platform/new";
    }

    private CaseFile workedOn(String caseNo) {
        return cases.find(caseNo)
                .filter(file -> notices.maySend(Actors.current(), caseNo))
                .orElseThrow(() -> new NotAllowed("notices of " + caseNo));
    }
}
