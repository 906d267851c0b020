package org.qingwang.customs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.qingwang.customs.RecordationReport;
import org.qingwang.customs.RecordationService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Looks up the rights recorded with customs, and brings files of them in. */
@Controller
@RequestMapping("/desk/customs/recordations")
class RecordationPages {

    private final RecordationService recordations;
    private final PageProblems problems;
    private final Clock clock;

    RecordationPages(RecordationService recordations, PageProblems problems, Clock clock) {
        this.recordations = recordations;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        show(q.strip(), model);
        return "customs/recordations";
    }

    /** Answers with the report itself: sending the same file again by reloading changes nothing. */
    @PostMapping
    String importFile(@RequestParam MultipartFile file, Model model, HttpServletResponse response) {
        try {
            RecordationReport report = recordations.importFile(file);
            model.addAttribute("report", report);
            model.addAttribute("fileName", DisplayName.of(file.getOriginalFilename()));
            model.addAttribute("refusals", refusals(report));
            return "customs/recordation-report";
        } catch (BadInput input) {
            problems.show(input, model, response);
            show("", model);
            return "customs/recordations";
        }
    }

    private void show(String words, Model model) {
        model.addAttribute("q", words);
        LocalDate today = WorkingCalendar.dateOf(clock.instant());
        model.addAttribute(
                "found",
                recordations.search(words).stream()
                        .map(recordation -> recordations.on(recordation, today))
                        .toList());
        model.addAttribute("mayImport", recordations.mayImport(Actors.current()));
    }

    private List<RefusedLine> refusals(RecordationReport report) {
        return report.refusals().stream()
                .map(refusal -> new RefusedLine(
                        refusal.line(),
                        refusal.number(),
                        refusal.reason().field(),
                        problems.of(refusal.reason()).sentence()))
                .toList();
    }

    /** A line that was not taken, as {@code portal/report} shows it. */
    record RefusedLine(long line, String number, String field, String reason) {}
}
