package org.qingwang.complaint.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.intake.ImportBatch;
import org.qingwang.complaint.intake.ImportService;
import org.qingwang.complaint.intake.ImportStatus;
import org.qingwang.complaint.intake.Problem;
import org.qingwang.complaint.intake.ReportedRow;
import org.qingwang.complaint.intake.RowState;
import org.qingwang.portal.SafeCsv;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where officers send in lists of complaints and see what became of every row. */
@Controller
@RequestMapping("/desk/complaints/import")
class ImportPages {

    private static final int NEWEST = 30;
    private static final int SHOWN = 200;
    private static final int FETCHED = 1000;
    private static final String REFRESH_SECONDS = "3";

    private final ImportService imports;
    private final MessageSource messages;

    ImportPages(ImportService imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** One thing to look at: a row may have several. */
    public record Line(int line, String state, String field, String reason) {

        public boolean bad() {
            return state.equals(RowState.BAD.name());
        }
    }

    @GetMapping
    String list(Model model) {
        Actor actor = Actors.current();
        if (!actor.seesEverything() && actor.homeJurisdiction().isEmpty()) {
            throw new NotAllowed("imports");
        }
        model.addAttribute("mayImport", home(actor).isPresent());
        model.addAttribute("batches", imports.newest(actor, NEWEST));
        model.addAttribute("columns", String.join(",", ImportService.columns()));
        model.addAttribute("columnsInChinese", String.join(",", ImportService.columnsInChinese()));
        return "complaint/import";
    }

    @PostMapping
    String upload(@RequestParam("file") MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        Jurisdiction jurisdiction =
                home(Actors.current()).orElseThrow(() -> new NotAllowed("importing without a jurisdiction"));
        try (InputStream content = file.getInputStream()) {
            ImportBatch batch = imports.submit(file.getOriginalFilename(), content, jurisdiction);
            return "redirect:/desk/complaints/import/" + batch.batchNo();
        } catch (BadInput input) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", sentence(Problem.of(input), LocaleContextHolder.getLocale()));
            return list(model);
        }
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException failure) {
        ModelAndView page = new ModelAndView("", HttpStatus.PAYLOAD_TOO_LARGE);
        Model model = new org.springframework.ui.ExtendedModelMap();
        model.addAttribute(
                "problem",
                messages.getMessage("intake.file.large", new Object[] {"64"}, LocaleContextHolder.getLocale()));
        page.setViewName(list(model));
        page.addAllObjects(model.asMap());
        return page;
    }

    /** Brings itself up to date while there is work, without any script. */
    @GetMapping("/{batchNo}")
    String batch(@PathVariable String batchNo, Model model, HttpServletResponse response) {
        ImportStatus status = find(batchNo);
        if (!status.batch().stage().isFinished()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        Locale locale = LocaleContextHolder.getLocale();
        List<ReportedRow> rows = imports.report(status.batch(), 0, SHOWN + 1);
        model.addAttribute("status", status);
        model.addAttribute(
                "refusal",
                status.batch()
                        .refusal()
                        .map(problem -> sentence(problem, locale))
                        .orElse(null));
        model.addAttribute("more", rows.size() > SHOWN);
        model.addAttribute(
                "rows",
                rows.stream()
                        .limit(SHOWN)
                        .flatMap(row -> lines(row, status.batch(), locale))
                        .toList());
        return "complaint/import-batch";
    }

    @GetMapping("/{batchNo}/report.csv")
    void report(@PathVariable String batchNo, HttpServletResponse response) throws IOException {
        ImportBatch batch = find(batchNo).batch();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batchNo + "-report.csv\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        SafeCsv csv = new SafeCsv(out);
        csv.row(List.of("line", "state", "field", "reason", "原因"));
        int after = 0;
        List<ReportedRow> rows;
        do {
            rows = imports.report(batch, after, FETCHED);
            for (ReportedRow row : rows) {
                write(csv, row, batch);
                after = row.rowNo();
            }
        } while (rows.size() == FETCHED);
        out.flush();
    }

    private void write(SafeCsv csv, ReportedRow row, ImportBatch batch) throws IOException {
        List<Line> english = lines(row, batch, Locale.ENGLISH).toList();
        List<Line> chinese = lines(row, batch, Locale.SIMPLIFIED_CHINESE).toList();
        for (int i = 0; i < english.size(); i++) {
            Line line = english.get(i);
            csv.row(List.of(
                    String.valueOf(line.line()),
                    line.state(),
                    line.field(),
                    line.reason(),
                    chinese.get(i).reason()));
        }
    }

    private Stream<Line> lines(ReportedRow row, ImportBatch batch, Locale locale) {
        if (row.state() == RowState.REPEATED) {
            return Stream.of(new Line(row.line(), row.state().name(), "", repeated(row, batch, locale)));
        }
        return row.problems().stream()
                .map(problem -> new Line(row.line(), row.state().name(), problem.field(), sentence(problem, locale)));
    }

    private String repeated(ReportedRow row, ImportBatch batch, Locale locale) {
        String line = row.sameLine().map(String::valueOf).orElse("");
        if (row.receiptNo().isPresent()) {
            return messages.getMessage(
                    "intake.repeated.filed", new Object[] {row.receiptNo().get()}, locale);
        }
        return row.sameBatch().filter(batch.batchNo()::equals).isPresent()
                ? messages.getMessage("intake.repeated", new Object[] {line}, locale)
                : messages.getMessage(
                        "intake.repeated.elsewhere",
                        new Object[] {line, row.sameBatch().orElse("")},
                        locale);
    }

    private ImportStatus find(String batchNo) {
        return imports.status(batchNo, Actors.current()).orElseThrow(() -> new NotAllowed("import " + batchNo));
    }

    private String sentence(Problem problem, Locale locale) {
        return messages.getMessage(problem.sentence(), locale);
    }

    private static Optional<Jurisdiction> home(Actor actor) {
        return actor.homeJurisdiction().filter(actor::worksFor);
    }
}
