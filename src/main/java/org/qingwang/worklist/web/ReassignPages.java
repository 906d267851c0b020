package org.qingwang.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.bulk.BulkService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.PageProblems;
import org.qingwang.worklist.OpenTask;
import org.qingwang.worklist.Reassigning;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tasks of an officer who is away: who has most, which go to whom, and the order to move them. */
@Controller
@RequestMapping("/desk/tasks/reassign")
class ReassignPages {

    private static final String OFFICER = "/{officer:[a-zA-Z0-9][a-zA-Z0-9._-]{1,63}}";

    /** A task and who gets it, as the preview sends it back. */
    private static final Pattern MOVE = Pattern.compile("([0-9a-zA-Z-]{1,64})>([a-zA-Z0-9][a-zA-Z0-9._-]{1,63})");

    private final Reassigning reassigning;
    private final AgencyService agencies;
    private final TaskRows rows;
    private final PageProblems problems;

    ReassignPages(Reassigning reassigning, AgencyService agencies, TaskRows rows, PageProblems problems) {
        this.reassigning = reassigning;
        this.agencies = agencies;
        this.rows = rows;
        this.problems = problems;
    }

    @ModelAttribute
    void onlyThoseWhoMay() {
        if (!Reassigning.may(Actors.current())) {
            throw new NotAllowed("giving others' tasks away");
        }
    }

    /** A task, what it is about, and who gets it; null if it stays. */
    record Line(TaskRow row, Officer to) {}

    @GetMapping
    String officers(Model model) {
        model.addAttribute("loads", reassigning.officers());
        return "worklist/officers";
    }

    /** @param to whom to give them to: with them, what would be done is shown */
    @GetMapping(OFFICER)
    String preview(@PathVariable String officer, @RequestParam(defaultValue = "") List<String> to, Model model) {
        return preview(officer, to, "", model);
    }

    @PostMapping(OFFICER)
    String move(
            @PathVariable String officer,
            @RequestParam String order,
            @RequestParam(defaultValue = "") List<String> move,
            @RequestParam(defaultValue = "") List<String> to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            reassigning.order(read(order), officer, moves(move), reason);
            return "redirect:/desk/acts/" + read(order);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return preview(officer, to, reason, model);
        }
    }

    private String preview(String id, List<String> to, String reason, Model model) {
        Officer officer = agencies.find(id).orElseThrow(() -> new NotAllowed("no officer " + id));
        List<OpenTask> tasks = reassigning.tasksOf(id);
        List<Reassigning.Move> plan = reassigning.plan(id, tasks, to);
        List<TaskRow> shown = rows.of(tasks);
        Map<String, Integer> given = new LinkedHashMap<>();
        plan.stream()
                .filter(move -> move.to() != null)
                .forEach(move -> given.merge(move.to().name(), 1, Integer::sum));
        model.addAttribute("officer", officer);
        model.addAttribute("eligible", reassigning.eligible(id, tasks));
        model.addAttribute("to", to);
        model.addAttribute(
                "lines",
                IntStream.range(0, plan.size())
                        .mapToObj(n -> new Line(shown.get(n), plan.get(n).to()))
                        .toList());
        model.addAttribute("given", given);
        model.addAttribute(
                "staying", plan.stream().filter(move -> move.to() == null).count());
        model.addAttribute("most", BulkService.MOST);
        model.addAttribute("more", tasks.size() == BulkService.MOST);
        model.addAttribute("reason", reason);
        model.addAttribute("order", UUID.randomUUID());
        return "worklist/reassign";
    }

    private static Map<String, String> moves(List<String> sent) {
        Map<String, String> moves = new LinkedHashMap<>();
        for (String text : sent) {
            var move = MOVE.matcher(text);
            if (!move.matches()) {
                throw new NotAllowed("no move: " + text);
            }
            moves.put(move.group(1), move.group(2));
        }
        return moves;
    }

    private static UUID read(String order) {
        try {
            return UUID.fromString(order);
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("no order " + order);
        }
    }
}
