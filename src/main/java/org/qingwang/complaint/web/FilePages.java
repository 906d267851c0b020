package org.qingwang.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.common.BadInput;
import org.qingwang.common.LinkSecret;
import org.qingwang.complaint.Draft;
import org.qingwang.complaint.DraftService;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.engine.form.DrawnForm;
import org.qingwang.engine.form.DrawnForms;
import org.qingwang.evidence.web.EvidenceUploads;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.portal.FormProblems;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where anybody files a complaint, without an account and without scripts: the form officers fill in for those who call or
 * write, drawn here. Each press of a button keeps everything first and answers with a page of its own address, so that
 * nothing is lost by a mistake, by the reader's other language or by loading the page again.
 */
@Controller
@RequestMapping("/public/complaints")
class FilePages {

    /** What the page knows by itself with the heading above it, and whoever has a way of its own to us. */
    private static final Set<String> NOT_ASKED =
            Set.of("Text_receipt", "receivedOn", "channel", "complainantType=AUTHORITY");

    private final DraftService drafts;
    private final DrawnForm form;
    private final PublicAllowance allowance;
    private final PageProblems problems;
    private final Clock clock;

    FilePages(DraftService drafts, DrawnForms forms, PublicAllowance allowance, PageProblems problems, Clock clock) {
        this.drafts = drafts;
        this.form = forms.of("complaint/receive", NOT_ASKED);
        this.allowance = allowance;
        this.problems = problems;
        this.clock = clock;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping("/new")
    String blank(Model model) {
        return page(LinkSecret.make(), Map.of(), FormProblems.NONE, model);
    }

    /** @param check asks to be told what is still wrong */
    @GetMapping("/drafts/{token}")
    String draft(
            @PathVariable String token,
            @RequestParam(required = false) String check,
            @RequestParam(required = false) String saved,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Draft> found = drafts.find(token);
        if (found.isEmpty()) {
            allowance.guessed(request);
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "complaint/draft-gone";
        }
        Draft draft = found.get();
        if (draft.receiptNo().isPresent()) {
            model.addAttribute("receipt", drafts.receipt(token, draft));
            model.addAttribute("filedAt", draft.changedAt());
            return "complaint/filed";
        }
        if (saved != null) {
            model.addAttribute(
                    "savedAddress",
                    ServletUriComponentsBuilder.fromRequestUri(request).toUriString());
        }
        model.addAttribute("expiresAt", draft.expiresAt());
        List<BadInput> refusals = check == null ? draft.refused() : refusals(token, draft);
        return page(token, draft.content(), problems.of(refusals), model);
    }

    @PostMapping("/drafts/{token}")
    String send(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(name = "do", defaultValue = "keep") String act,
            @RequestParam(required = false) Long remove) {
        boolean save = act.equals("save");
        Map<String, List<String>> content = form.own(sent);
        drafts.keep(token, new DraftService.Sent(content, EvidenceUploads.of(file), Optional.ofNullable(remove), save));
        if (act.equals("file") && remove == null) {
            return file(token);
        }
        return "redirect:/public/complaints/drafts/{token}" + (save ? "?saved#saved" : "#files");
    }

    @PostMapping("/drafts/{token}/discard")
    String discard(@PathVariable String token) {
        drafts.discard(token);
        return "redirect:/";
    }

    private String file(String token) {
        Draft draft = drafts.find(token).orElseThrow();
        if (draft.receiptNo().isEmpty()) {
            DrawnForm.Filled filled = form.check(draft.content());
            if (!draft.refused().isEmpty() || !filled.refusals().isEmpty()) {
                return "redirect:/public/complaints/drafts/{token}?check#problems";
            }
            try {
                drafts.file(token, complaint(filled));
            } catch (BadInput refusal) {
                return "redirect:/public/complaints/drafts/{token}?check#problems";
            }
        }
        return "redirect:/public/complaints/drafts/{token}";
    }

    private List<BadInput> refusals(String token, Draft draft) {
        List<BadInput> refusals = new ArrayList<>(draft.refused());
        DrawnForm.Filled filled = form.check(draft.content());
        refusals.addAll(filled.refusals());
        if (filled.values().containsKey("complainantType")) {
            refusals.addAll(drafts.refusals(token, complaint(filled)));
        }
        return refusals;
    }

    private NewComplaint complaint(DrawnForm.Filled filled) {
        return filled.as(PublicReport.class).receivedOn(WorkingCalendar.dateOf(clock.instant()));
    }

    private String page(String token, Map<String, List<String>> sent, FormProblems wrong, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        model.addAttribute("sent", sent);
        model.addAttribute("problems", wrong);
        EvidenceUploads.show(drafts.filesOf(token), model);
        return "complaint/file";
    }
}
