package org.qingwang.pledge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.mail.Mails;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.Firm;
import org.qingwang.pledge.FirmService;
import org.qingwang.portal.PageProblems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** The register of firms, and where the campaign office brings a list of them in. */
@Controller
@RequestMapping("/desk/pledges/firms")
class FirmPages {

    private static final int MOST_MEGABYTES = 5;
    private static final int SHOWN = 200;

    private final FirmService firms;
    private final Mails mails;
    private final PageProblems problems;

    FirmPages(FirmService firms, Mails mails, PageProblems problems) {
        this.firms = firms;
        this.mails = mails;
        this.problems = problems;
    }

    /** A row that was not taken, for the reader. */
    public record Line(long line, String field, String reason) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
        List<Firm> found = firms.page(q, CreditCode.read(after).orElse(null));
        List<Firm> shown = found.subList(0, Math.min(found.size(), FirmService.PAGE));
        model.addAttribute("firms", shown);
        model.addAttribute(
                "unreachable",
                mails.unreachable(shown.stream().map(Firm::contactMail).toList()));
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute(
                "next",
                found.size() > shown.size() ? shown.get(shown.size() - 1).code() : null);
        model.addAttribute("mayImport", FirmService.mayInvite(Actors.current()));
        return "pledge/firms";
    }

    @PostMapping
    String bringIn(@RequestParam MultipartFile file, Model model, HttpServletResponse response) throws IOException {
        try {
            if (file.getSize() > (long) MOST_MEGABYTES << 20) {
                throw new BadInput("file", "intake.file.large", String.valueOf(MOST_MEGABYTES));
            }
            FirmService.Imported imported = firms.importList(file.getBytes());
            model.addAttribute("imported", imported);
            model.addAttribute(
                    "lines",
                    imported.bad().stream().limit(SHOWN).map(this::line).toList());
        } catch (BadInput input) {
            problems.show(input, model, response);
        }
        return list("", "", model);
    }

    private Line line(FirmService.BadRow row) {
        return new Line(
                row.line(), row.problem().field(), problems.of(row.problem()).sentence());
    }

    /** The container gave up before anything was read. */
    @ExceptionHandler
    String tooLarge(MaxUploadSizeExceededException tooLarge, Model model, HttpServletResponse response) {
        problems.show(new BadInput("file", "intake.file.large", String.valueOf(MOST_MEGABYTES)), model, response);
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        return list("", "", model);
    }
}
