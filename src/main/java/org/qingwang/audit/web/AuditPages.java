package org.qingwang.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditService;
import org.qingwang.audit.ChainCheck;
import org.qingwang.audit.RecordedEntry;
import org.qingwang.common.NotAllowed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit for those who watch: the campaign office, supervisors and administrators. */
@Controller
@RequestMapping("/desk/audit")
class AuditPages {

    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String REFRESH_SECONDS = "3";

    private final AuditService audit;
    private final ChainCheck check;
    private final ZoneId zone;

    AuditPages(AuditService audit, ChainCheck check, Clock clock) {
        this.audit = audit;
        this.check = check;
        this.zone = clock.getZone();
    }

    @ModelAttribute
    void onlyThoseWhoWatch() {
        if (!AuditService.isOpenTo(Actors.current())) {
            throw new NotAllowed("the audit");
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) Long before,
            Model model) {
        List<RecordedEntry> found = find(type.strip(), id.strip(), start(until, before));
        List<AuditRow> rows = found.stream()
                .limit(PAGE)
                .map(entry -> AuditRow.of(entry, zone))
                .toList();
        model.addAttribute("type", type.strip());
        model.addAttribute("id", id.strip());
        model.addAttribute("until", until);
        model.addAttribute("before", before);
        model.addAttribute("rows", rows);
        model.addAttribute("older", found.size() > PAGE ? rows.get(PAGE - 1).seq() : null);
        return "audit/entries";
    }

    /** One more than a page, to know whether there is another. */
    private List<RecordedEntry> find(String type, String id, long before) {
        return StringUtils.hasText(type) && StringUtils.hasText(id)
                ? audit.about(type, id, before, PAGE + 1)
                : audit.newest(before, PAGE + 1);
    }

    private long start(LocalDate until, Long before) {
        if (before != null) {
            return before;
        }
        return until == null
                ? Long.MAX_VALUE
                : audit.placeOf(until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @GetMapping("/verify")
    String verification(Model model, HttpServletResponse response) {
        ChainCheck.State state = check.state();
        if (state.phase() == ChainCheck.Phase.RUNNING) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("state", state);
        model.addAttribute("begun", state.begun() == null ? null : AuditRow.time(state.begun(), zone));
        model.addAttribute("report", state.report().orElse(null));
        model.addAttribute(
                "broken", state.report().flatMap(report -> report.broken()).orElse(null));
        return "audit/verify";
    }

    @PostMapping("/verify")
    String verify() {
        check.start(PATIENCE);
        return "redirect:/desk/audit/verify";
    }
}
