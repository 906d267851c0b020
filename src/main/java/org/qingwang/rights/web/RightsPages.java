package org.qingwang.rights.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.qingwang.common.NotAllowed;
import org.qingwang.rights.ImportReport;
import org.qingwang.rights.RightFinding;
import org.qingwang.rights.RightsImportService;
import org.qingwang.rights.RightsPage;
import org.qingwang.rights.RightsService;
import org.qingwang.rights.TradeMark;
import org.springframework.context.MessageSource;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The rights register for officers: search, one mark, and bringing files in. */
@Controller
@RequestMapping("/desk/rights")
class RightsPages {

    private final RightsService rights;
    private final RightsImportService imports;
    private final MessageSource messages;
    private final Clock clock;

    RightsPages(RightsService rights, RightsImportService imports, MessageSource messages, Clock clock) {
        this.rights = rights;
        this.imports = imports;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("mayImport")
    boolean mayImport() {
        return imports.mayImport(Actors.current());
    }

    @ModelAttribute("offices")
    OfficeNames offices(Locale locale) {
        return new OfficeNames(locale);
    }

    @ModelAttribute("today")
    LocalDate today() {
        return LocalDate.now(clock);
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, Model model) {
        showList(q.strip(), pageNumber(page), model);
        return "rights/list";
    }

    @GetMapping("/{office}/{number}")
    String one(@PathVariable String office, @PathVariable String number, Model model) {
        TradeMark mark = rights.find(office.toUpperCase(Locale.ROOT), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RightFinding finding = rights.findingOn(mark, today());
        model.addAttribute("mark", mark);
        model.addAttribute("finding", finding);
        model.addAttribute("findingArguments", finding.explanationArguments().toArray());
        return "rights/mark";
    }

    /** Answers with the report itself: sending the same file again by reloading changes nothing. */
    @PostMapping("/import")
    String importFile(@RequestParam MultipartFile file, Model model, Locale locale) {
        if (file.isEmpty()) {
            throw new BadInput("file", "rights.import.empty");
        }
        ImportReport report = imports.importFile(file);
        model.addAttribute("report", report);
        model.addAttribute("fileName", DisplayName.of(file.getOriginalFilename()));
        model.addAttribute("refusals", refusals(report, messages, locale));
        return "rights/report";
    }

    @ExceptionHandler(BadInput.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(BadInput reason, Model model, Locale locale) {
        return listWithProblem(messages.getMessage(reason.messageKey(), reason.arguments(), locale), model, locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge(Model model, Locale locale) {
        return listWithProblem(
                messages.getMessage(
                        "rights.import.file-too-large", new Object[] {RightsImportService.MOST_MEGABYTES}, locale),
                model,
                locale);
    }

    /** Whoever may not add to the register sees no form for it, so this is somebody trying. */
    @ExceptionHandler(NotAllowed.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notAllowed(Model model, Locale locale) {
        return listWithProblem(messages.getMessage("rights.import.not-allowed", null, locale), model, locale);
    }

    private String listWithProblem(String problem, Model model, Locale locale) {
        model.addAttribute("mayImport", mayImport());
        model.addAttribute("offices", offices(locale));
        model.addAttribute("today", today());
        model.addAttribute("problem", problem);
        showList("", 1, model);
        return "rights/list";
    }

    private void showList(String query, int page, Model model) {
        RightsPage found = rights.search(query, page);
        model.addAttribute("q", query);
        model.addAttribute("found", found);
    }

    private static int pageNumber(String page) {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }

    static List<RefusedRow> refusals(ImportReport report, MessageSource messages, Locale locale) {
        return report.refusals().stream()
                .map(refusal -> new RefusedRow(
                        refusal.line(),
                        refusal.number(),
                        refusal.field(),
                        messages.getMessage(
                                refusal.messageKey(), refusal.arguments().toArray(), locale)))
                .toList();
    }

    /**
     * A refused record as the page and the API show it.
     *
     * @param line line of the file, from 1
     * @param number the record's number as the file has it, or null
     * @param field column or element, or an empty string
     * @param reason the sentence
     */
    record RefusedRow(long line, String number, String field, String reason) {}
}
