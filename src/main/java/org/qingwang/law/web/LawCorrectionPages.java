package org.qingwang.law.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockDesk;
import org.qingwang.law.ClockMove;
import org.qingwang.law.LawCorrections;
import org.qingwang.law.LawFileRefused;
import org.qingwang.law.LawPreview;
import org.qingwang.law.StatutoryClock;
import org.qingwang.portal.PageProblem;
import org.qingwang.portal.PageProblems;
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

/** Where an administrator corrects the law: a file and a reason, then what it would move, then the confirmation. */
@Controller
@RequestMapping("/desk/admin/law")
class LawCorrectionPages {

    private static final int SHOWN = 500;

    private final LawCorrections corrections;
    private final ClockDesk desk;
    private final LawWords words;
    private final PageProblems problems;

    LawCorrectionPages(LawCorrections corrections, ClockDesk desk, LawWords words, PageProblems problems) {
        this.corrections = corrections;
        this.desk = desk;
        this.words = words;
        this.problems = problems;
    }

    @ModelAttribute("words")
    LawWords words() {
        return words;
    }

    /** A clock that moves, as the page shows it. */
    record MoveRow(StatutoryClock clock, String page, String from, String to) {}

    @GetMapping
    String form(Model model) {
        model.addAttribute("reason", "");
        return "law/correct";
    }

    @PostMapping
    String draft(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file.isEmpty()) {
                throw new BadInput("file", "law.file.none");
            }
            UUID draft = corrections.draft(file.getOriginalFilename(), file.getBytes(), reason);
            return "redirect:/desk/admin/law/" + draft;
        } catch (LawFileRefused refused) {
            problems.show(refused, model, response);
            model.addAttribute(
                    "problems",
                    refused.problems().stream()
                            .map(problems::of)
                            .map(PageProblem::sentence)
                            .toList());
        } catch (BadInput input) {
            problems.show(input, model, response);
        }
        model.addAttribute("reason", reason);
        return "law/correct";
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(Model model, HttpServletResponse response) {
        problems.show(new BadInput("file", "law.file.too-large", "", "1000"), model, response);
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        model.addAttribute("reason", "");
        model.addAttribute("words", words);
        return "law/correct";
    }

    @GetMapping("/{draft}")
    String preview(@PathVariable UUID draft, Model model) {
        return shown(corrections.preview(draft), model);
    }

    private String shown(LawPreview preview, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute(
                "moves", preview.moves().stream().limit(SHOWN).map(this::row).toList());
        return "law/preview";
    }

    private MoveRow row(ClockMove move) {
        return new MoveRow(move.clock(), desk.pageOf(move.clock()), words.time(move.from()), words.time(move.to()));
    }

    @PostMapping("/{draft}/confirm")
    String confirm(
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String digest,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/desk/law?entered=" + corrections.confirm(draft, digest);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return shown(corrections.preview(draft), model);
        }
    }

    /** Every clock that would move, for a spreadsheet. */
    @GetMapping("/{draft}/moves.csv")
    void moves(@PathVariable UUID draft, HttpServletResponse response) throws IOException {
        List<ClockMove> moves = corrections.preview(draft).moves();
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"moves.csv\"");
        try (Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord("case", "subject", "rule", "jurisdiction", "from", "to");
            moves.forEach(move -> csv.writeRecord(
                    move.clock().file(),
                    move.clock().subject(),
                    move.clock().rule().id(),
                    move.clock().jurisdiction() == null ? "" : move.clock().jurisdiction(),
                    words.time(move.from()),
                    words.time(move.to())));
            csv.flush();
        }
    }
}
