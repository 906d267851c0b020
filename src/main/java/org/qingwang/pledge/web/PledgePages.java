package org.qingwang.pledge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.mail.Mail;
import org.qingwang.pledge.Certificate;
import org.qingwang.pledge.Commitment;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.DriveService;
import org.qingwang.pledge.Finding;
import org.qingwang.pledge.FirmService;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.PledgeTexts;
import org.qingwang.portal.PageProblems;
import org.qingwang.print.Download;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pledges for officers: their list, one pledge, and where the campaign office asks firms for them. */
@Controller
@RequestMapping("/desk/pledges")
class PledgePages {

    private static final String REFRESH_SECONDS = "3";

    private final PledgeService pledges;
    private final PeriodService periods;
    private final DriveService drives;
    private final FirmService firms;
    private final PledgeTexts texts;
    private final Certificate certificate;
    private final PageProblems problems;
    private final CaseVocabulary vocabulary;

    PledgePages(
            PledgeService pledges,
            PeriodService periods,
            DriveService drives,
            FirmService firms,
            PledgeTexts texts,
            Certificate certificate,
            PageProblems problems,
            CaseVocabulary vocabulary) {
        this.pledges = pledges;
        this.periods = periods;
        this.drives = drives;
        this.firms = firms;
        this.texts = texts;
        this.certificate = certificate;
        this.problems = problems;
        this.vocabulary = vocabulary;
    }

    /** What was filled in to ask firms. */
    public record Given(String codes, String text, String parent) {}

    @GetMapping
    String list(
            @RequestParam(required = false) Pledge.Stage stage,
            @RequestParam(defaultValue = "") String drive,
            @RequestParam(required = false) String after,
            Model model) {
        List<PledgeService.Line> found = pledges.page(stage, drive.isBlank() ? null : drive, after);
        List<PledgeService.Line> shown = found.subList(0, Math.min(found.size(), PledgeService.PAGE));
        model.addAttribute("lines", shown);
        model.addAttribute("stages", Pledge.Stage.values());
        model.addAttribute("stage", stage);
        model.addAttribute("drive", drive);
        model.addAttribute("after", after);
        model.addAttribute(
                "older",
                found.size() > shown.size()
                        ? shown.get(shown.size() - 1).pledge().pledgeNo()
                        : null);
        model.addAttribute("mayInvite", FirmService.mayInvite(Actors.current()));
        return "pledge/list";
    }

    @GetMapping("/invite")
    String invite(@RequestParam(defaultValue = "") String parent, Model model) {
        requireInviter();
        String merchants = parent.isBlank()
                ? ""
                : String.join(
                        "\n",
                        drives.merchantsOf(sheet(parent).firm().code()).stream()
                                .map(CreditCode::value)
                                .toList());
        return form(new Given(merchants, "", parent), model);
    }

    @PostMapping("/invite")
    String invite(
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        requireInviter();
        try {
            Set<CreditCode> asked = new LinkedHashSet<>(CreditCode.readAll(codes));
            if (file != null && !file.isEmpty()) {
                FirmService.Imported imported = firms.importList(file.getBytes());
                if (!imported.bad().isEmpty()) {
                    FirmService.BadRow first = imported.bad().get(0);
                    throw new BadInput(
                            "file",
                            "pledge.invite.bad-rows",
                            imported.bad().size(),
                            first.line(),
                            problems.of(first.problem()).sentence());
                }
                asked.addAll(imported.codes());
            }
            return "redirect:/desk/pledges/drives/" + drives.order(asked, text, parent);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(new Given(codes, text, parent), model);
        }
    }

    private String form(Given given, Model model) {
        model.addAttribute("given", given);
        model.addAttribute("texts", texts.newest());
        model.addAttribute("drives", drives.newest());
        return "pledge/invite";
    }

    private static void requireInviter() {
        if (!FirmService.mayInvite(Actors.current())) {
            throw new NotAllowed("asking firms for pledges");
        }
    }

    /** Brings itself up to date while firms are asked, without any script. */
    @GetMapping("/drives/{driveNo}")
    String drive(@PathVariable String driveNo, Model model, HttpServletResponse response) {
        DriveService.Progress progress = drives.find(driveNo).orElseThrow(() -> new NotAllowed("drive " + driveNo));
        if (!progress.drive().isDone()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("progress", progress);
        return "pledge/drive";
    }

    @GetMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}")
    String pledge(@PathVariable String pledgeNo, Model model) {
        return show(pledgeNo, model);
    }

    @GetMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}/certificate.pdf")
    void certificate(@PathVariable String pledgeNo, HttpServletResponse response) throws IOException {
        byte[] file = certificate.of(sheet(pledgeNo), LocaleContextHolder.getLocale());
        Download.label(response, "application/pdf", pledgeNo + ".pdf");
        response.getOutputStream().write(file);
    }

    @PostMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}/link")
    String sendLink(@PathVariable String pledgeNo) {
        pledges.sendNewLink(pledgeNo);
        return "redirect:/desk/pledges/" + pledgeNo;
    }

    @PostMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}/link/revoke")
    String revokeLinks(@PathVariable String pledgeNo) {
        pledges.revokeLinks(pledgeNo);
        return "redirect:/desk/pledges/" + pledgeNo;
    }

    @PostMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}/withdrawal")
    String withdraw(
            @PathVariable String pledgeNo,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(pledgeNo, model, response, () -> pledges.withdraw(pledgeNo, reason));
    }

    /** What an officer found of each commitment that is looked at. */
    @PostMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}/findings")
    String find(@PathVariable String pledgeNo, HttpServletRequest request, Model model, HttpServletResponse response) {
        return done(pledgeNo, model, response, () -> {
            List<Finding> found = new ArrayList<>();
            for (Commitment one : sheet(pledgeNo).text().commitments()) {
                String result = request.getParameter("result" + one.number());
                if (result != null && !result.isEmpty()) {
                    found.add(finding(one.number(), result, request));
                }
            }
            periods.find(pledgeNo, found);
        });
    }

    private static Finding finding(int number, String result, HttpServletRequest request) {
        String value = request.getParameter("value" + number);
        Finding.Result said = Arrays.stream(Finding.Result.values())
                .filter(one -> one.name().equals(result))
                .findFirst()
                .orElseThrow(() -> new BadInput("result" + number, "pledge.check.open", number));
        return new Finding(
                number,
                said,
                value == null || value.isBlank() ? null : Numbers.read("value" + number, value),
                request.getParameter("words" + number),
                null,
                null);
    }

    private String done(String pledgeNo, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/desk/pledges/" + pledgeNo;
        } catch (BadInput input) {
            problems.show(input, model, response);
            return show(pledgeNo, model);
        }
    }

    private String show(String pledgeNo, Model model) {
        PledgeService.Sheet sheet = sheet(pledgeNo);
        model.addAttribute("sheet", sheet);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("clocks", pledges.clocksOf(sheet.pledge()));
        List<Mail> mails = pledges.mailsOf(sheet.pledge());
        model.addAttribute("mails", mails);
        model.addAttribute(
                "unreachable",
                mails.stream().anyMatch(mail -> mail.failedAt(sheet.firm().contactMail())));
        List<PeriodService.View> views = periods.of(pledgeNo);
        model.addAttribute("periods", views);
        model.addAttribute("present", views.isEmpty() ? null : views.get(0));
        model.addAttribute("results", Finding.Result.values());
        model.addAttribute("mayCheck", Actors.current().worksFor(sheet.pledge().jurisdiction()));
        model.addAttribute("merchants", pledges.under(pledgeNo));
        model.addAttribute("mayInvite", FirmService.mayInvite(Actors.current()));
        return "pledge/pledge";
    }

    private PledgeService.Sheet sheet(String pledgeNo) {
        return pledges.find(pledgeNo).orElseThrow(() -> new NotAllowed("pledge " + pledgeNo));
    }
}
