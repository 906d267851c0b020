package org.qingwang.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qingwang.bulk.BulkService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.FormProblems;
import org.qingwang.portal.PageProblems;
import org.qingwang.worklist.ManyTasks;
import org.qingwang.worklist.OpenTask;
import org.qingwang.worklist.TaskBoard;
import org.qingwang.worklist.TaskList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Many tasks of one of Tasklist's lists at once: take them, give them to somebody, or complete them with one answer. */
@Controller
@RequestMapping(ManyTaskPages.ADDRESS)
class ManyTaskPages {

    static final String ADDRESS = "/desk/tasks/many";

    private static final String FOR_GROUPS = "My groups";

    private final TaskBoard board;
    private final ManyTasks many;
    private final TaskRows rows;
    private final PageProblems problems;

    ManyTaskPages(TaskBoard board, ManyTasks many, TaskRows rows, PageProblems problems) {
        this.board = board;
        this.many = many;
        this.rows = rows;
        this.problems = problems;
    }

    /**
     * @param filter id of the list; empty for what waits for the person's groups
     * @param kind which tasks of it, as {@link OpenTask#kind()}; empty for all
     * @param all whether all shown are to be chosen from the start
     */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        return list(new Choice(filter, kind, all ? null : List.of()), model);
    }

    /**
     * What is chosen.
     *
     * @param tasks ids; null for all that are shown
     */
    private record Choice(String filter, String kind, List<String> tasks) {}

    private String list(Choice choice, Model model) {
        List<TaskList> lists = board.lists();
        String filter = choice.filter().isEmpty() ? usual(lists) : choice.filter();
        List<OpenTask> found = board.of(filter, BulkService.MOST);
        Map<String, String> kinds = new LinkedHashMap<>();
        found.forEach(task -> kinds.putIfAbsent(task.kind(), task.name()));
        List<OpenTask> shown = found.stream()
                .filter(task -> choice.kind().isEmpty() || task.kind().equals(choice.kind()))
                .toList();
        model.addAttribute("lists", lists);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", choice.kind());
        model.addAttribute("rows", rows.of(shown));
        model.addAttribute(
                "chosen",
                choice.tasks() == null ? shown.stream().map(OpenTask::id).toList() : choice.tasks());
        model.addAttribute("most", BulkService.MOST);
        model.addAttribute("more", found.size() == BulkService.MOST);
        model.addAttribute(
                "alike", shown.stream().allMatch(task -> many.formsForMany().contains(String.valueOf(task.form()))));
        model.addAttribute("mayAssign", many.mayAssign());
        model.addAttribute("officers", many.assignable());
        model.addAttribute("order", UUID.randomUUID());
        return "worklist/many";
    }

    private static String usual(List<TaskList> lists) {
        return lists.stream()
                .filter(list -> list.name().startsWith(FOR_GROUPS))
                .findFirst()
                .or(() -> lists.stream().findFirst())
                .map(TaskList::id)
                .orElse("");
    }

    @PostMapping("/claim")
    String claim(
            @RequestParam String order,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String kind,
            Model model,
            HttpServletResponse response) {
        try {
            many.claim(read(order), task);
            return followed(order);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return list(new Choice(filter, kind, task), model);
        }
    }

    @PostMapping("/assign")
    String assign(
            @RequestParam String order,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String kind,
            Model model,
            HttpServletResponse response) {
        try {
            many.assign(read(order), task, to);
            return followed(order);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return list(new Choice(filter, kind, task), model);
        }
    }

    /** Shows the form that is answered once for all. */
    @PostMapping("/answer")
    String form(
            @RequestParam String order,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String kind,
            Model model,
            HttpServletResponse response) {
        try {
            return form(read(order), task, Map.of(), FormProblems.NONE, model);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return list(new Choice(filter, kind, task), model);
        }
    }

    @PostMapping("/answer/send")
    String answer(
            @RequestParam String order,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        try {
            List<BadInput> refusals = many.answer(read(order), task, sent);
            if (refusals.isEmpty()) {
                return followed(order);
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(read(order), task, sent, problems.of(refusals), model);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return list(new Choice("", "", task), model);
        }
    }

    private String form(
            UUID order, List<String> task, Map<String, List<String>> sent, FormProblems wrong, Model model) {
        List<OpenTask> tasks = many.visible(task);
        model.addAttribute("form", many.formFor(task));
        model.addAttribute("sent", sent);
        model.addAttribute("problems", wrong);
        model.addAttribute("rows", rows.of(tasks));
        model.addAttribute("chosen", task);
        model.addAttribute("order", order);
        return "worklist/answer";
    }

    private static UUID read(String order) {
        try {
            return UUID.fromString(order);
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("no order " + order);
        }
    }

    private static String followed(String order) {
        return "redirect:/desk/acts/" + read(order);
    }
}
