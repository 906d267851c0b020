package org.qingwang.pledge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.web.EvidenceUploads;
import org.qingwang.pledge.Answer;
import org.qingwang.pledge.Certificate;
import org.qingwang.pledge.Commitment;
import org.qingwang.pledge.Figure;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeLinkClosed;
import org.qingwang.pledge.PledgeLinkService;
import org.qingwang.pledge.PledgeLinkService.Opened;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.SignatureGiven;
import org.qingwang.pledge.returns.BadFiles;
import org.qingwang.pledge.returns.FirmUpload;
import org.qingwang.pledge.returns.PeriodFigures;
import org.qingwang.pledge.returns.ReturnService;
import org.qingwang.pledge.returns.web.FileProblems;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.qingwang.portal.TooOften;
import org.qingwang.portal.TurnedForm;
import org.qingwang.print.Download;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/**
 * A firm's own page, by its personal link and without an account: it reads and signs its pledge there, and finds what has
 * become of it. Whatever is wrong with a link is said in a sentence.
 */
@Controller
@RequestMapping("/pledges/sign/{token}")
class SignPages {

    private final PledgeLinkService links;
    private final PledgeService pledges;
    private final PeriodService periods;
    private final Certificate certificate;
    private final FirmUpload upload;
    private final ReturnService returns;
    private final PublicAllowance allowance;
    private final PageProblems problems;
    private final FileProblems fileProblems;

    SignPages(
            PledgeLinkService links,
            PledgeService pledges,
            PeriodService periods,
            Certificate certificate,
            FirmUpload upload,
            ReturnService returns,
            PublicAllowance allowance,
            PageProblems problems,
            FileProblems fileProblems) {
        this.links = links;
        this.pledges = pledges;
        this.periods = periods;
        this.certificate = certificate;
        this.allowance = allowance;
        this.problems = problems;
        this.upload = upload;
        this.returns = returns;
        this.fileProblems = fileProblems;
    }

    /** What was filled in, so that nobody types it again. */
    public record Given(String name, String role, String reason) {

        static final Given NOTHING = new Given("", "", "");
    }

    /** Before each request, and before the link is looked at. */
    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String page(@PathVariable String token, @RequestParam(required = false) String done, Model model) {
        model.addAttribute("done", done != null);
        return show(token, Given.NOTHING, model);
    }

    /** What is signed, word for word, and where it is signed. */
    @GetMapping("/review")
    String review(@PathVariable String token, Model model) {
        return review(token, Given.NOTHING, model);
    }

    @PostMapping("/answers")
    String answers(@PathVariable String token, HttpServletRequest request, Model model, HttpServletResponse response) {
        List<Commitment> commitments = opened(token).sheet().text().commitments();
        List<Answer> answers = commitments.stream()
                .filter(one -> request.getParameter("answer" + one.number()) != null)
                .map(one -> new Answer(
                        one.number(),
                        "accept".equals(request.getParameter("answer" + one.number())),
                        request.getParameter("reason" + one.number())))
                .toList();
        TurnedForm.offer("form-answers", model);
        model.addAttribute("given", answers);
        if (TurnedForm.isAsked(request, model)) {
            return show(token, Given.NOTHING, model);
        }
        try {
            links.answer(token, answers);
            return "redirect:/pledges/sign/" + token + "/review";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return show(token, Given.NOTHING, model);
        }
    }

    @PostMapping("/signature")
    String sign(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "false") boolean authorised,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        TurnedForm.offer("form-signature", model);
        Given given = new Given(name, role, "");
        if (TurnedForm.isAsked(request, model)) {
            return review(token, given, model);
        }
        try {
            links.sign(
                    token,
                    SignatureGiven.of(digest, name, role, authorised),
                    Locale.forLanguageTag(language),
                    request.getRemoteAddr());
            return "redirect:/pledges/sign/" + token + "?done";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return review(token, given, model);
        }
    }

    @PostMapping("/refusal")
    String decline(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return done(
                "form-refusal",
                token,
                new Given("", "", reason),
                request,
                model,
                response,
                () -> links.decline(token, reason));
    }

    @PostMapping("/signatory")
    String name(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return done(
                "form-signatory",
                token,
                new Given(name, role, ""),
                request,
                model,
                response,
                () -> links.name(token, name, role));
    }

    @PostMapping("/withdrawal")
    String giveUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return done(
                "form-withdrawal",
                token,
                new Given("", "", reason),
                request,
                model,
                response,
                () -> links.giveUp(token, reason));
    }

    @GetMapping("/certificate.pdf")
    void certificate(@PathVariable String token, HttpServletResponse response) throws IOException {
        Opened opened = opened(token);
        byte[] file = certificate.of(opened.sheet(), LocaleContextHolder.getLocale());
        Download.label(response, "application/pdf", opened.sheet().pledge().pledgeNo() + ".pdf");
        response.getOutputStream().write(file);
    }

    /** Typed figures, files in the template, or both: one return, taken whole or not at all. */
    @PostMapping("/return")
    String sendReturn(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(required = false) List<MultipartFile> file,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typed", typed(request));
        try {
            return done("form-return", token, new Given("", "", remark), request, model, response, () -> {
                List<Figure> figures = periods.asked(links.opened(token).sheet().pledge()).stream()
                        .map(one -> one.measure().id())
                        .filter(id -> !value(request, "figure-" + id).isEmpty())
                        .map(id -> new Figure(
                                id, Numbers.read("figure-" + id, value(request, "figure-" + id)), Figure.TYPED))
                        .toList();
                upload.send(token, figures, EvidenceUploads.of(file), remark);
            });
        } catch (BadFiles bad) {
            fileProblems.show(bad, model, response);
            return show(token, new Given("", "", remark), model);
        }
    }

    /** The container gave up before anything was read. */
    @ExceptionHandler
    String tooLarge(
            MaxUploadSizeExceededException tooLarge,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String token = request.getRequestURI().replaceFirst("^.*/sign/([^/]*).*$", "$1");
        try {
            problems.show(new BadInput("file", "returns.refused.large", ReturnService.MOST_MEGABYTES), model, response);
            String page = show(token, Given.NOTHING, model);
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return page;
        } catch (PledgeLinkClosed closed) {
            return closed(closed, response, model);
        } catch (NotAllowed unknown) {
            return unknown(unknown, request, response, model);
        }
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith("figure-"))
                .collect(Collectors.toMap(name -> name, name -> value(request, name)));
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    @PostMapping("/correction")
    String correct(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String correction,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return done(
                "form-correction",
                token,
                new Given("", "", correction),
                request,
                model,
                response,
                () -> links.correct(token, correction));
    }

    private String done(
            String form,
            String token,
            Given given,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            Runnable act) {
        TurnedForm.offer(form, model);
        if (TurnedForm.isAsked(request, model)) {
            return show(token, given, model);
        }
        try {
            act.run();
            return "redirect:/pledges/sign/" + token + "?done";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return show(token, given, model);
        }
    }

    private Opened opened(String token) {
        return links.opened(token);
    }

    private String show(String token, Given given, Model model) {
        Opened opened = opened(token);
        PledgeService.Sheet sheet = opened.sheet();
        model.addAttribute("token", token);
        model.addAttribute("link", opened.link());
        model.addAttribute("sheet", sheet);
        model.addAttribute("filled", given);
        if (!model.containsAttribute("given")) {
            model.addAttribute("given", sheet.answers());
        }
        List<PeriodService.View> views = periods.of(sheet.pledge().pledgeNo());
        model.addAttribute("periods", views);
        model.addAttribute(
                "present", sheet.pledge().stage() == Pledge.Stage.IN_FORCE && !views.isEmpty() ? views.get(0) : null);
        model.addAttribute("files", filesOf(views));
        model.addAttribute("asked", periods.asked(sheet.pledge()));
        model.addAttribute("others", pledges.of(sheet.firm()));
        return "pledge/sign";
    }

    /** The files of the newest period, for the firm to see what in them an officer will ask about. */
    private PeriodFigures filesOf(List<PeriodService.View> views) {
        return views.stream()
                .findFirst()
                .map(PeriodService.View::period)
                .flatMap(period -> returns.ofPledge(period.pledgeNo(), period.number()))
                .orElse(null);
    }

    private String review(String token, Given given, Model model) {
        Opened opened = opened(token);
        Locale language = LocaleContextHolder.getLocale();
        String shown = opened.sheet().pledge().stage() == Pledge.Stage.INVITED
                ? pledges.toSign(opened.sheet(), language).orElse(null)
                : null;
        if (shown == null) {
            return "redirect:/pledges/sign/" + token;
        }
        model.addAttribute("token", token);
        model.addAttribute("sheet", opened.sheet());
        model.addAttribute("shown", shown);
        model.addAttribute("digest", PledgeService.digestOf(shown));
        model.addAttribute("language", language.toLanguageTag());
        model.addAttribute("filled", given);
        return "pledge/review";
    }

    @ExceptionHandler
    String closed(PledgeLinkClosed refusal, HttpServletResponse response, Model model) {
        return closed(refusal.state().name(), HttpStatus.GONE, response, model);
    }

    /** Whoever sends a link that does not exist is guessing. */
    @ExceptionHandler
    String unknown(NotAllowed refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        allowance.guessed(request);
        return closed("UNKNOWN", HttpStatus.NOT_FOUND, response, model);
    }

    @ExceptionHandler
    String tooOften(TooOften refusal, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        return closed("TOO_OFTEN", HttpStatus.TOO_MANY_REQUESTS, response, model);
    }

    private static String closed(String state, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("state", state);
        return "pledge/closed";
    }
}
