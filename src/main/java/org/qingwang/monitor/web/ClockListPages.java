package org.qingwang.monitor.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.law.ClockDesk;
import org.qingwang.law.ClockPlace;
import org.qingwang.monitor.LateModel;
import org.qingwang.monitor.Monitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The clocks behind a figure of the view: missed, or due within a week; of one agency in a region, or of all. */
@Controller
class ClockListPages {

    static final String ADDRESS = "/desk/clocks";

    /** Instead of a jurisdiction, for clocks that are nobody's yet. */
    static final String NOBODY = "nobody";

    private static final int MOST = 200;

    private static final String HEAT_MAP =
            "/camunda/app/cockpit/default/#/process-definition/%s/runtime?detailsTab=qingwang-heat&of=%s";

    private final ClockDesk desk;
    private final Monitor monitor;
    private final CaseVocabulary vocabulary;
    private final Clock time;

    ClockListPages(ClockDesk desk, Monitor monitor, CaseVocabulary vocabulary, Clock time) {
        this.desk = desk;
        this.monitor = monitor;
        this.vocabulary = vocabulary;
        this.time = time;
    }

    @GetMapping(ADDRESS)
    String list(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "false") boolean soon,
            Model model) {
        Instant now = time.instant();
        List<ClockDesk.Entry> found =
                desk.ending(Actors.current(), place(of), soon ? now : null, soon ? Monitor.soon(now) : now, MOST + 1);
        model.addAttribute("entries", found.subList(0, Math.min(MOST, found.size())));
        model.addAttribute("more", found.size() > MOST);
        model.addAttribute("most", MOST);
        model.addAttribute("soon", soon);
        model.addAttribute("of", of);
        model.addAttribute("place", Jurisdiction.isOne(of) ? of : null);
        model.addAttribute("late", late(of));
        model.addAttribute("words", vocabulary.forReader());
        return "monitor/clocks";
    }

    /** A model in which the agency's tasks are overdue, with the address of its heat map for this agency. */
    record Late(LateModel model, String heatMap) {}

    private List<Late> late(String of) {
        if (!Jurisdiction.isOne(of)) {
            return List.of();
        }
        return monitor.lateModels(Actors.current(), Jurisdiction.parse(of)).stream()
                .map(model -> new Late(model, HEAT_MAP.formatted(model.definition(), of)))
                .toList();
    }

    private static ClockPlace place(String of) {
        if (of.isEmpty()) {
            return null;
        }
        if (!of.equals(NOBODY) && !Jurisdiction.isOne(of)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ClockPlace(of.equals(NOBODY) ? null : of);
    }
}
