package org.qingwang.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.common.BadInput;
import org.qingwang.common.LinkSecret;
import org.qingwang.complaint.AdditionFiles;
import org.qingwang.complaint.AdditionService;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.Disputes;
import org.qingwang.complaint.NoticeService;
import org.qingwang.complaint.Progress;
import org.qingwang.complaint.VisitService;
import org.qingwang.engine.form.DrawnForm;
import org.qingwang.engine.form.DrawnForms;
import org.qingwang.evidence.web.EvidenceUploads;
import org.qingwang.portal.FormProblems;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.qingwang.portal.TurnedForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where a complainant reads what has become of the own complaint, adds to it or withdraws it, with number and secret of the
 * receipt. Both are sent once, in a request's body: an address stays in histories and logs. From then on a cookie stands
 * for them for a while. A wrong number and a wrong secret have one answer.
 */
@Controller
@RequestMapping("/public/complaints")
class FollowPages {

    private static final String VISIT = "qingwang-receipt";
    private static final String OWN = "redirect:/public/complaints/mine";
    private static final String OVER = "redirect:/public/complaints?again";
    private static final int LONGEST = 100;

    private final VisitService visits;
    private final NoticeService notices;
    private final AdditionService additions;
    private final AdditionFiles files;
    private final Disputes disputes;
    private final DrawnForm supplement;
    private final PublicAllowance allowance;
    private final PageProblems problems;
    private final boolean overTlsAlone;

    FollowPages(
            VisitService visits,
            NoticeService notices,
            AdditionService additions,
            AdditionFiles files,
            Disputes disputes,
            DrawnForms forms,
            PublicAllowance allowance,
            PageProblems problems,
            @Value("${server.servlet.session.cookie.secure:false}") boolean overTlsAlone) {
        this.visits = visits;
        this.notices = notices;
        this.additions = additions;
        this.files = files;
        this.disputes = disputes;
        this.supplement = forms.of("complaint/record-supplement", Set.of("Text_page", "Text_supplement"));
        this.allowance = allowance;
        this.problems = problems;
        this.overTlsAlone = overTlsAlone;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    /** @param again whether the visit is over and the receipt has to be shown again */
    @GetMapping
    String form(@RequestParam(required = false) String again, Model model) {
        model.addAttribute("again", again != null);
        return "complaint/follow";
    }

    @PostMapping
    String follow(
            @RequestParam(defaultValue = "") String receiptNo,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> visit = receiptNo.length() > LONGEST || secret.length() > LONGEST
                ? Optional.empty()
                : visits.begin(receiptNo, secret);
        if (visit.isEmpty()) {
            allowance.guessed(request);
            problems.show(new BadInput("", "complaint.follow.unknown"), model, response);
            model.addAttribute("receiptNo", receiptNo);
            return "complaint/follow";
        }
        keep(visit.get(), VisitService.LASTS, response);
        return OWN;
    }

    @GetMapping("/mine")
    String own(
            @CookieValue(name = VISIT, required = false) String visit,
            @RequestParam(required = false) String done,
            Model model) {
        return visits.receiptNo(visit)
                .map(receiptNo -> {
                    model.addAttribute("done", done);
                    return page(receiptNo, model, Map.of(), FormProblems.NONE);
                })
                .orElse(OVER);
    }

    /**
     * @param request the page's own name for what is sent
     * @param remove id of a kept file to give up, instead of sending
     */
    @PostMapping("/mine/additions")
    String add(
            @CookieValue(name = VISIT, required = false) String visit,
            @RequestParam String request,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) Long remove,
            HttpServletRequest http,
            Model model,
            HttpServletResponse response) {
        Form form = new Form("form-additions", "added", Map.of("words", List.of(words)));
        if (remove != null) {
            return giveUp(visit, remove, form, model);
        }
        boolean turned = TurnedForm.isAsked(http, model);
        return act(visit, form, turned, model, response, receiptNo -> {
            List<BadInput> refused = files.hold(receiptNo, request, EvidenceUploads.of(file));
            if (refused.isEmpty() && !turned) {
                additions.add(receiptNo, request, words);
            }
            return refused;
        });
    }

    /** @param remove id of a kept file to give up, instead of sending */
    @PostMapping("/mine/supplement")
    String supplement(
            @CookieValue(name = VISIT, required = false) String visit,
            @RequestParam String request,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) Long remove,
            HttpServletRequest http,
            Model model,
            HttpServletResponse response) {
        Form form = new Form("form-additions", "added", supplement.own(sent));
        if (remove != null) {
            return giveUp(visit, remove, form, model);
        }
        boolean turned = TurnedForm.isAsked(http, model);
        return act(visit, form, turned, model, response, receiptNo -> {
            DrawnForm.Filled filled = supplement.check(form.sent());
            List<BadInput> refused = new ArrayList<>(filled.refusals());
            refused.addAll(files.hold(receiptNo, request, EvidenceUploads.of(file)));
            if (refused.isEmpty() && !turned) {
                additions.supplement(receiptNo, request, filled.values());
            }
            return refused;
        });
    }

    private String giveUp(String visit, long file, Form form, Model model) {
        return visits.receiptNo(visit)
                .map(receiptNo -> {
                    files.remove(receiptNo, file);
                    return again(receiptNo, form, FormProblems.NONE, model);
                })
                .orElse(OVER);
    }

    @PostMapping("/mine/withdrawal")
    String withdraw(
            @CookieValue(name = VISIT, required = false) String visit,
            @RequestParam String request,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest http,
            Model model,
            HttpServletResponse response) {
        Form form = new Form("form-withdrawal", "withdrawn", Map.of("reason", List.of(reason)));
        boolean turned = TurnedForm.isAsked(http, model);
        return act(visit, form, turned, model, response, receiptNo -> {
            if (!turned) {
                additions.withdraw(receiptNo, request, reason);
            }
            return List.of();
        });
    }

    @PostMapping("/mine/leave")
    String leave(@CookieValue(name = VISIT, required = false) String visit, HttpServletResponse response) {
        if (visit != null) {
            visits.end(visit);
        }
        keep("", Duration.ZERO, response);
        return "redirect:/";
    }

    /**
     * A form of the page.
     *
     * @param id in the page
     * @param done what the page says once it is taken
     * @param sent what was filled in
     */
    private record Form(String id, String done, Map<String, List<String>> sent) {}

    private interface Act {

        /** @return what is wrong with it */
        List<BadInput> on(String receiptNo);
    }

    private String act(String visit, Form form, boolean turned, Model model, HttpServletResponse response, Act act) {
        Optional<String> receiptNo = visits.receiptNo(visit);
        if (receiptNo.isEmpty()) {
            return OVER;
        }
        List<BadInput> wrong = refusals(act, receiptNo.get());
        if (wrong.isEmpty() && !turned) {
            return OWN + "?done=" + form.done();
        }
        if (!turned) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return again(receiptNo.get(), form, problems.of(wrong), model);
    }

    private String again(String receiptNo, Form form, FormProblems wrong, Model model) {
        TurnedForm.offer(form.id(), model);
        return page(receiptNo, model, form.sent(), wrong);
    }

    private static List<BadInput> refusals(Act act, String receiptNo) {
        try {
            return act.on(receiptNo);
        } catch (BadInput refusal) {
            return List.of(refusal);
        }
    }

    private String page(String receiptNo, Model model, Map<String, List<String>> sent, FormProblems wrong) {
        Progress progress = notices.progress(receiptNo);
        model.addAttribute("progress", progress);
        model.addAttribute("additions", additions.of(receiptNo));
        model.addAttribute("dispute", disputes.standingOf(receiptNo).orElse(null));
        model.addAttribute("language", LocaleContextHolder.getLocale().getLanguage());
        model.addAttribute("request", LinkSecret.make());
        model.addAttribute("asked", progress.status() == ComplaintStatus.SUPPLEMENT_ASKED);
        model.addAttribute("form", supplement);
        model.addAttribute("sent", sent);
        model.addAttribute("problems", wrong);
        EvidenceUploads.show(files.of(receiptNo), model);
        return "complaint/followed";
    }

    private void keep(String visit, Duration time, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(VISIT, visit)
                .path("/public/complaints")
                .httpOnly(true)
                .secure(overTlsAlone)
                .sameSite("Lax")
                .maxAge(time)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
