package org.qingwang.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.web.EvidenceDownloads;
import org.qingwang.evidence.web.EvidenceUploads;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.AnswerFile;
import org.qingwang.platform.LinkClosed;
import org.qingwang.platform.LinkService;
import org.qingwang.platform.LinkService.Opened;
import org.qingwang.platform.ListingState;
import org.qingwang.platform.Measure;
import org.qingwang.platform.NoticeLink;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.Reaction;
import org.qingwang.portal.FormProblems;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.qingwang.portal.TooOften;
import org.qingwang.portal.TurnedForm;
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

/**
 * Where platform, seller and rights holder answer a notice by personal link, without an account. Whatever is wrong with a
 * link is said in a sentence.
 */
@Controller
@RequestMapping("/answer/{token}")
class AnswerPages {

    private final LinkService links;
    private final NoticeService notices;
    private final PublicAllowance allowance;
    private final EvidenceDownloads downloads;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;
    private final Clock time;

    AnswerPages(
            LinkService links,
            NoticeService notices,
            PublicAllowance allowance,
            EvidenceDownloads downloads,
            CaseVocabulary vocabulary,
            PageProblems problems,
            Clock time) {
        this.links = links;
        this.notices = notices;
        this.allowance = allowance;
        this.downloads = downloads;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.time = time;
    }

    /** Before each request, and before the link is looked at. */
    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String page(@PathVariable String token, @RequestParam(required = false) String sent, Model model) {
        Opened opened = links.open(token).orElseThrow(() -> new NotAllowed("a link that does not exist"));
        model.addAttribute("sent", sent != null);
        if (opened.state() != NoticeLink.State.OPEN) {
            return closed(opened.state(), opened, model);
        }
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", AnswerForm.EMPTY);
        }
        return open(token, opened, model);
    }

    /** A file of the seller's declaration, for the platform that forwards it and the holder that weighs it. */
    @GetMapping("/files/{id:\\d{1,18}}")
    void file(@PathVariable String token, @PathVariable long id, HttpServletResponse response) {
        Opened opened = links.open(token).orElseThrow(() -> new NotAllowed("a link that does not exist"));
        AnswerFile file = links.handOut(opened, id);
        Actors.as(opened.holder(), () -> send(file, response));
    }

    private void send(AnswerFile file, HttpServletResponse response) {
        try {
            downloads.send(file.file(), file.name(), "attachment", response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/receipt")
    String confirmReceipt(@PathVariable String token) {
        links.acknowledge(token);
        return "redirect:/answer/" + token;
    }

    /** @param remove id of a kept file to give up, instead of sending */
    @PostMapping("/{step:measures|forwarding|declaration|delivery|reaction|restoration}")
    String answer(
            @PathVariable String token,
            @PathVariable String step,
            @ModelAttribute AnswerForm form,
            @RequestParam(required = false) Long remove,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Opened opened = links.open(token).orElseThrow(() -> new NotAllowed("a link that does not exist"));
        if (opened.state() != NoticeLink.State.OPEN) {
            throw new LinkClosed(opened.state());
        }
        NoticeStage stage = NoticeStage.valueOf(step.toUpperCase(Locale.ROOT));
        model.addAttribute("form", form);
        TurnedForm.offer("form-" + step, model);
        if (remove != null) {
            links.giveUp(token, stage, remove);
            return open(token, opened, model);
        }
        List<BadInput> wrong = links.choose(token, stage, EvidenceUploads.of(form.file()));
        if (TurnedForm.isAsked(request, model)) {
            return again(token, opened, wrong, model);
        }
        if (wrong.isEmpty()) {
            wrong = refusals(stage, token, opened.notice(), form);
        }
        if (wrong.isEmpty()) {
            return "redirect:/answer/" + token + "?sent";
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return again(token, opened, wrong, model);
    }

    private String again(String token, Opened opened, List<BadInput> wrong, Model model) {
        model.addAttribute("problems", problems.of(wrong));
        return open(token, opened, model);
    }

    private List<BadInput> refusals(NoticeStage stage, String token, PlatformNotice notice, AnswerForm form) {
        try {
            take(stage, token, notice, form);
            return List.of();
        } catch (BadInput refusal) {
            return List.of(refusal);
        }
    }

    private void take(NoticeStage stage, String token, PlatformNotice notice, AnswerForm form) {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        switch (stage) {
            case MEASURES -> links.answer(token, form.toMeasures(notice.addresses(ListingState.NOTIFIED)));
            case FORWARDING -> links.answer(token, form.toForwarding());
            case DECLARATION -> links.answer(token, form.toDeclaration(today, notice.addresses(ListingState.MEASURED)));
            case DELIVERY -> links.answer(token, form.toDelivery());
            case REACTION -> links.answer(token, form.toReaction(today));
            case RESTORATION -> links.answer(token, form.toRestoration());
            default -> throw new NotAllowed("a step nobody answers by a link");
        }
    }

    private String open(String token, Opened opened, Model model) {
        LocalDateTime now = LocalDateTime.ofInstant(time.instant(), WorkingCalendar.ZONE);
        model.addAttribute("token", token);
        model.addAttribute("link", opened.link());
        model.addAttribute("notice", opened.notice());
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", FormProblems.NONE);
        }
        EvidenceUploads.show(links.chosenFor(opened), model);
        model.addAttribute("declarationFiles", links.filesFor(opened));
        model.addAttribute("reactions", Reaction.Kind.values());
        model.addAttribute("clock", notices.clockOf(opened.notice()).orElse(null));
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("today", now.toLocalDate());
        model.addAttribute("now", now.withNano(0).withSecond(0));
        return "platform/answer";
    }

    private String closed(NoticeLink.State state, Opened opened, Model model) {
        model.addAttribute("state", state.name());
        model.addAttribute("link", opened == null ? null : opened.link());
        model.addAttribute("notice", opened == null ? null : opened.notice());
        model.addAttribute("words", vocabulary.forReader());
        return "platform/answer-closed";
    }

    /** A second answer, or one that comes too late. */
    @ExceptionHandler
    String closed(LinkClosed refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus((refusal.state() == NoticeLink.State.USED ? HttpStatus.CONFLICT : HttpStatus.GONE).value());
        model.addAttribute("sent", false);
        return closed(refusal.state(), links.open(token(request)).orElse(null), model);
    }

    /** The container gave up before anything of the request was read: the form is shown empty. */
    @ExceptionHandler
    String tooLarge(
            MaxUploadSizeExceededException tooLarge,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Opened opened = links.open(token(request)).orElse(null);
        if (opened == null || opened.state() != NoticeLink.State.OPEN) {
            return unknown(new NotAllowed("a file by a link that takes none"), request, response, model);
        }
        BadInput refusal = new BadInput(
                "file", "evidence.refused.request", EvidenceService.MOST_MEGABYTES, EvidenceService.MOST_FILES_AT_ONCE);
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        model.addAttribute("form", AnswerForm.EMPTY);
        return again(token(request), opened, List.of(refusal), model);
    }

    private static String token(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("^.*/answer/([^/]*).*$", "$1");
    }

    /** No such link, or one for another answer: whoever sends this is guessing. */
    @ExceptionHandler
    String unknown(NotAllowed refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        allowance.guessed(request);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("sent", false);
        model.addAttribute("state", "UNKNOWN");
        return "platform/answer-closed";
    }

    @ExceptionHandler
    String tooOften(TooOften refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        model.addAttribute("sent", false);
        model.addAttribute("state", "TOO_OFTEN");
        return "platform/answer-closed";
    }

    /** What a page with boxes to tick sends is a list of places, since an address may hold a comma. */
    static List<String> at(List<Integer> places, List<String> all) {
        return places == null
                ? List.of()
                : places.stream()
                        .filter(place -> place != null && place >= 0 && place < all.size())
                        .distinct()
                        .map(all::get)
                        .toList();
    }
}
