package org.qingwang.customs.web;

import java.time.Clock;
import org.qingwang.customs.RecordationService;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks up the rights recorded with customs. */
@Controller
class RecordationPages {

    private final RecordationService recordations;
    private final Clock clock;

    RecordationPages(RecordationService recordations, Clock clock) {
        this.recordations = recordations;
        this.clock = clock;
    }

    @GetMapping("/desk/customs/recordations")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("today", WorkingCalendar.dateOf(clock.instant()));
        model.addAttribute("found", recordations.search(q));
        return "customs/recordations";
    }
}
