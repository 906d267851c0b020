package org.qingwang.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.NotAllowed;
import org.qingwang.platform.Publication;
import org.qingwang.platform.PublicationService;
import org.qingwang.portal.PublicAllowance;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notices, declarations and results for everybody to read, without an account. */
@Controller
@RequestMapping("/public/notices")
class PublicNoticePages {

    private final PublicationService publications;
    private final PublicAllowance allowance;
    private final CaseVocabulary vocabulary;

    PublicNoticePages(PublicationService publications, PublicAllowance allowance, CaseVocabulary vocabulary) {
        this.publications = publications;
        this.allowance = allowance;
        this.vocabulary = vocabulary;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    /**
     * @param platform a platform's name made comparable, as the links of the list give it
     * @param before the last line of the page before
     */
    @GetMapping
    String list(
            @RequestParam(required = false) String platform, @RequestParam(required = false) Long before, Model model) {
        String only = platform == null || platform.isBlank() ? null : platform;
        List<Publication.Line> found = publications.list(only, before);
        List<Publication.Line> shown = found.subList(0, Math.min(found.size(), PublicationService.PAGE));
        model.addAttribute("lines", shown);
        model.addAttribute("platform", only);
        model.addAttribute("before", before);
        model.addAttribute(
                "older",
                found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
        model.addAttribute("words", vocabulary.forReader());
        return "platform/public-list";
    }

    @GetMapping("/{noticeNo}")
    String notice(@PathVariable String noticeNo, Model model) {
        model.addAttribute(
                "notice",
                publications
                        .publicNotice(noticeNo)
                        .orElseThrow(() -> new NotAllowed("notice " + noticeNo + ", which is not published")));
        model.addAttribute("words", vocabulary.forReader());
        return "platform/public-notice";
    }
}
