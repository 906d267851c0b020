package org.qingwang.pledge.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.web.EvidenceUploads;
import org.qingwang.pledge.Commitment;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.Firm;
import org.qingwang.pledge.FirmService;
import org.qingwang.pledge.PledgeText;
import org.qingwang.pledge.PledgeTexts;
import org.qingwang.pledge.returns.BadFiles;
import org.qingwang.pledge.returns.Indicator;
import org.qingwang.pledge.returns.IndicatorValue;
import org.qingwang.pledge.returns.PeriodFigures;
import org.qingwang.pledge.returns.ReturnService;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.ReaderForm;
import org.qingwang.portal.SafeCsv;
import org.qingwang.print.Download;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** What a firm reported: indicators over time and beside other firms, what contradicts itself, and every figure. */
@Controller
@RequestMapping("/desk/pledges/firms/{code:[0-9A-Z]{18}}/returns")
class ReturnPages {

    /** How many firms a chart compares, and periods it goes back; the table to take away has all. */
    private static final int MOST_BARS = 12;

    private final ReturnService returns;
    private final FirmService firms;
    private final PledgeTexts texts;
    private final PageProblems problems;
    private final FileProblems fileProblems;
    private final MessageSource messages;
    private final ReaderForm reader;

    ReturnPages(
            ReturnService returns,
            FirmService firms,
            PledgeTexts texts,
            PageProblems problems,
            FileProblems fileProblems,
            MessageSource messages,
            ReaderForm reader) {
        this.returns = returns;
        this.firms = firms;
        this.texts = texts;
        this.problems = problems;
        this.fileProblems = fileProblems;
        this.messages = messages;
        this.reader = reader;
    }

    /**
     * An indicator, and what pledges say to it.
     *
     * @param bounds commitments that ask for this figure
     */
    public record Row(Indicator indicator, IndicatorValue value, List<Bound> bounds) {}

    /** A commitment a figure is measured against. */
    public record Bound(PledgeText text, Commitment commitment, boolean broken) {}

    /** @param service of the firm, in its own words; without it the one reported for last */
    @GetMapping
    String page(@PathVariable String code, @RequestParam(required = false) String service, Model model) {
        Firm firm = firm(code);
        List<PeriodFigures> all = returns.of(firm.code());
        List<PeriodFigures> periods = ofService(all, service);
        model.addAttribute(
                "services",
                all.stream().map(PeriodFigures::service).distinct().sorted().toList());
        model.addAttribute("firm", firm);
        model.addAttribute("periods", newestFirst(periods));
        model.addAttribute(
                "trend", Chart.of(lastOf(periods.stream().map(this::dated).toList())));
        if (!periods.isEmpty()) {
            PeriodFigures last = periods.get(periods.size() - 1);
            model.addAttribute("last", last);
            model.addAttribute("rows", rows(last));
            model.addAttribute(
                    "comparison", Chart.of(beside(firm, last.service(), returns.ofPeriod(last.from(), last.to()))));
        }
        return "returns/firm";
    }

    private static List<PeriodFigures> ofService(List<PeriodFigures> all, String asked) {
        String last = all.isEmpty() ? null : all.get(all.size() - 1).service();
        boolean known = all.stream().anyMatch(figures -> figures.service().equals(asked));
        return all.stream()
                .filter(figures -> figures.service().equals(known ? asked : last))
                .toList();
    }

    private static List<PeriodFigures> newestFirst(List<PeriodFigures> periods) {
        List<PeriodFigures> reversed = new ArrayList<>();
        periods.forEach(period -> reversed.add(0, period));
        return reversed;
    }

    private static <T> List<T> lastOf(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST_BARS), all.size());
    }

    private Chart.Column dated(PeriodFigures figures) {
        String period = reader.day(figures.from()) + " – " + reader.day(figures.to());
        return new Chart.Column(period, plain(figures), true);
    }

    private static Map<Indicator, BigDecimal> plain(PeriodFigures figures) {
        return figures.indicators().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    /** The firm's service first, then those with most notices. */
    private static List<Chart.Column> beside(Firm own, String service, List<ReturnService.Compared> all) {
        return Stream.of(true, false)
                .flatMap(first -> all.stream().filter(one -> isOwn(one, own, service) == first))
                .limit(MOST_BARS)
                .map(one -> new Chart.Column(
                        one.firm().name() + ": " + one.service(), one.values(), isOwn(one, own, service)))
                .toList();
    }

    private static boolean isOwn(ReturnService.Compared one, Firm own, String service) {
        return one.firm().code().equals(own.code()) && one.service().equals(service);
    }

    private List<Row> rows(PeriodFigures figures) {
        return figures.indicators().entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue(), bounds(entry.getKey(), entry.getValue())))
                .toList();
    }

    private List<Bound> bounds(Indicator indicator, IndicatorValue value) {
        return indicator.measure().stream()
                .flatMap(measure -> texts.newest().stream()
                        .flatMap(text -> text.commitments().stream()
                                .filter(one -> one.measure().id().equals(measure))
                                .map(one -> new Bound(text, one, one.measure().isBrokenBy(value.value())))))
                .toList();
    }

    @PostMapping
    String receive(
            @PathVariable String code,
            @RequestParam(required = false) List<MultipartFile> file,
            Model model,
            HttpServletResponse response) {
        Firm firm = firm(code);
        try {
            returns.receive(firm.code(), EvidenceUploads.of(file));
            return "redirect:/desk/pledges/firms/{code}/returns";
        } catch (BadInput input) {
            problems.show(input, model, response);
        } catch (BadFiles bad) {
            fileProblems.show(bad, model, response);
        }
        return page(code, null, model);
    }

    /** Indicators of all periods of the firm, and of the other firms in its last one. */
    @GetMapping("/indicators.csv")
    void indicators(@PathVariable String code, HttpServletResponse response) throws IOException {
        Firm firm = firm(code);
        List<PeriodFigures> periods = returns.of(firm.code());
        Download.label(
                response, "text/csv;charset=UTF-8", "indicators-" + firm.code().value() + ".csv");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        SafeCsv csv = new SafeCsv(out);
        csv.row(Stream.concat(
                        Stream.of(
                                        "pledge.firm.codeLabel",
                                        "pledge.firm.name",
                                        "returns.column.service",
                                        "returns.column.from",
                                        "returns.column.to")
                                .map(this::say),
                        Arrays.stream(Indicator.values()).map(one -> say(one.messageKey())))
                .toList());
        for (PeriodFigures period : periods) {
            csv.row(cells(firm, period.service(), period, plain(period)));
        }
        if (!periods.isEmpty()) {
            PeriodFigures last = periods.get(periods.size() - 1);
            for (ReturnService.Compared other : returns.ofPeriod(last.from(), last.to())) {
                if (!other.firm().code().equals(firm.code())) {
                    csv.row(cells(other.firm(), other.service(), last, other.values()));
                }
            }
        }
        out.flush();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static List<String> cells(
            Firm firm, String service, PeriodFigures period, Map<Indicator, BigDecimal> values) {
        return Stream.concat(
                        Stream.of(
                                firm.code().value(),
                                firm.name(),
                                service,
                                period.from().toString(),
                                period.to().toString()),
                        Arrays.stream(Indicator.values())
                                .map(one -> values.containsKey(one)
                                        ? values.get(one).toPlainString()
                                        : ""))
                .toList();
    }

    /** The container gave up before anything was read. */
    @ExceptionHandler
    String tooLarge(
            MaxUploadSizeExceededException tooLarge,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        problems.show(new BadInput("file", "returns.refused.large", ReturnService.MOST_MEGABYTES), model, response);
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        return page(request.getRequestURI().replaceFirst("^.*/firms/([0-9A-Z]+)/returns.*$", "$1"), null, model);
    }

    private Firm firm(String code) {
        return CreditCode.read(code).flatMap(firms::find).orElseThrow(() -> new NotAllowed("firm " + code));
    }
}
