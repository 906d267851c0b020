package org.qingwang.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Region;
import org.qingwang.casefile.CaseFilter;
import org.qingwang.casefile.CaseListPage;
import org.qingwang.casefile.CaseQueries;
import org.qingwang.casefile.CaseStatus;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases somebody may see, on a page and as a file. */
@Controller
@RequestMapping("/desk/cases")
class CaseListPages {

    private final CaseQueries queries;
    private final AgencyService agencies;
    private final CaseVocabulary vocabulary;

    CaseListPages(CaseQueries queries, AgencyService agencies, CaseVocabulary vocabulary) {
        this.queries = queries;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    /** What the form above the list asks; everything may be left open. */
    record Question(
            String q,
            String status,
            String lead,
            String region,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

        CaseFilter filter() {
            return new CaseFilter(q, chosenStatus(), Agency.ofKey(lead).orElse(null), chosenRegion(), from, to);
        }

        private CaseStatus chosenStatus() {
            return Arrays.stream(CaseStatus.values())
                    .filter(one -> one.name().equals(status))
                    .findFirst()
                    .orElse(null);
        }

        private String chosenRegion() {
            return region != null && region.matches("\\d{6}") ? region : null;
        }
    }

    @GetMapping
    String list(Question question, @RequestParam(required = false) String after, Model model) {
        CaseListPage page = queries.page(question.filter(), CaseListPage.Cursor.parse(after));
        model.addAttribute("question", question);
        model.addAttribute("after", after);
        model.addAttribute("page", page);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("leads", List.of(Agency.COMMERCE, Agency.CUSTOMS, Agency.PUBLIC_SECURITY));
        model.addAttribute(
                "regions", agencies.regions().stream().filter(Region::active).toList());
        return "casefile/list";
    }

    @GetMapping("/export.csv")
    void export(Question question, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"cases.csv\"");
        try (CaseCsv csv = new CaseCsv(response.getOutputStream(), vocabulary.forReader())) {
            csv.header();
            queries.export(question.filter(), csv::row);
        }
    }
}
