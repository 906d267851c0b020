package org.qingwang.pledge.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.Firm;
import org.qingwang.pledge.FirmService;
import org.qingwang.pledge.returns.Indicator;
import org.qingwang.pledge.returns.PeriodFigures;
import org.qingwang.pledge.returns.ReturnService;
import org.qingwang.portal.PageProblems;
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

    /** Length of the longest bar of a chart. */
    private static final int WIDEST = 300;

    private final ReturnService returns;
    private final FirmService firms;
    private final PageProblems problems;

    ReturnPages(ReturnService returns, FirmService firms, PageProblems problems) {
        this.returns = returns;
        this.firms = firms;
        this.problems = problems;
    }

    /** One bar of a chart and one row of the table beside it. */
    public record Bar(String label, BigDecimal value, int width, boolean own) {}

    /** An indicator with its bars. */
    public record Chart(Indicator indicator, List<Bar> bars) {}

    @GetMapping
    String page(@PathVariable String code, Model model) {
        Firm firm = firm(code);
        List<PeriodFigures> periods = returns.of(firm.code());
        model.addAttribute("firm", firm);
        model.addAttribute("periods", periods);
        model.addAttribute(
                "trend", charts(periods.stream().map(ReturnPages::dated).toList()));
        if (!periods.isEmpty()) {
            PeriodFigures last = periods.get(periods.size() - 1);
            model.addAttribute("last", last);
            model.addAttribute(
                    "comparison",
                    charts(returns.ofPeriod(last.from(), last.to()).stream()
                            .map(figures -> named(figures, firm))
                            .toList()));
        }
        return "returns/firm";
    }

    @PostMapping
    String receive(
            @PathVariable String code, @RequestParam MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        Firm firm = firm(code);
        try {
            returns.receive(firm.code(), file.getOriginalFilename(), file.getBytes());
            return "redirect:/desk/pledges/firms/{code}/returns";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return page(code, model);
        }
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
        return page(request.getRequestURI().replaceFirst("^.*/firms/([0-9A-Z]+)/returns.*$", "$1"), model);
    }

    private Firm firm(String code) {
        return CreditCode.read(code).flatMap(firms::find).orElseThrow(() -> new NotAllowed("firm " + code));
    }

    private record Labelled(String label, PeriodFigures figures, boolean own) {}

    private static Labelled dated(PeriodFigures figures) {
        return new Labelled(figures.from() + "/" + figures.to(), figures, true);
    }

    private Labelled named(PeriodFigures figures, Firm own) {
        CreditCode code = CreditCode.read(figures.firm()).orElseThrow();
        String name = firms.find(code).map(Firm::name).orElse(figures.firm());
        return new Labelled(name, figures, code.equals(own.code()));
    }

    private static List<Chart> charts(List<Labelled> columns) {
        Map<Indicator, List<Labelled>> known = new TreeMap<>();
        for (Labelled column : columns) {
            column.figures()
                    .indicators()
                    .keySet()
                    .forEach(indicator -> known.computeIfAbsent(indicator, none -> new ArrayList<>())
                            .add(column));
        }
        return known.entrySet().stream()
                .map(entry -> new Chart(entry.getKey(), bars(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static List<Bar> bars(Indicator indicator, List<Labelled> columns) {
        BigDecimal longest = columns.stream()
                .map(column -> column.figures().indicators().get(indicator))
                .reduce(indicator.isShare() ? BigDecimal.valueOf(100) : BigDecimal.ONE, BigDecimal::max);
        return columns.stream()
                .map(column -> {
                    BigDecimal value = column.figures().indicators().get(indicator);
                    int width = value.multiply(BigDecimal.valueOf(WIDEST))
                            .divide(longest, 0, RoundingMode.HALF_UP)
                            .intValue();
                    return new Bar(column.label(), value, width, column.own());
                })
                .toList();
    }
}
