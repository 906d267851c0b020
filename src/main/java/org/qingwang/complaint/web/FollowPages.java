package org.qingwang.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Disputes;
import org.qingwang.complaint.NoticeService;
import org.qingwang.complaint.Progress;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a complainant reads what has become of the own complaint, with number and secret of the receipt. Both are sent in
 * the request's body: an address stays in histories and logs. A wrong number and a wrong secret have one answer.
 */
@Controller
@RequestMapping("/public/complaints")
class FollowPages {

    private static final int LONGEST = 100;

    private final NoticeService notices;
    private final Disputes disputes;
    private final PublicAllowance allowance;
    private final PageProblems problems;

    FollowPages(NoticeService notices, Disputes disputes, PublicAllowance allowance, PageProblems problems) {
        this.notices = notices;
        this.disputes = disputes;
        this.allowance = allowance;
        this.problems = problems;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String form() {
        return "complaint/follow";
    }

    @PostMapping
    String follow(
            @RequestParam(defaultValue = "") String receiptNo,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Progress> progress = receiptNo.length() > LONGEST || secret.length() > LONGEST
                ? Optional.empty()
                : notices.follow(receiptNo, secret);
        if (progress.isEmpty()) {
            allowance.guessed(request);
            problems.show(new BadInput("", "complaint.follow.unknown"), model, response);
            model.addAttribute("receiptNo", receiptNo);
            return "complaint/follow";
        }
        model.addAttribute("progress", progress.get());
        model.addAttribute(
                "dispute", disputes.standingOf(progress.get().receiptNo()).orElse(null));
        model.addAttribute("language", LocaleContextHolder.getLocale().getLanguage());
        return "complaint/followed";
    }
}
