package org.qingwang.repair.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.bulk.BulkService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.PageProblems;
import org.qingwang.repair.ModelStep;
import org.qingwang.repair.ProcessAct;
import org.qingwang.repair.RepairService;
import org.qingwang.repair.RunningModel;
import org.qingwang.repair.RunningProcess;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Processes that run, to be held up, moved or migrated: chosen, shown with what it means, ordered with a reason. */
@Controller
@RequestMapping("/desk/processes")
class RepairPages {

    private static final String MODEL = "/{definition:[\\w:.-]{1,64}}";

    private final RepairService repairs;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;

    RepairPages(RepairService repairs, CaseVocabulary vocabulary, PageProblems problems) {
        this.repairs = repairs;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** What is sent: which act upon which processes. */
    record Asked(String act, List<String> process, String from, String to, String version) {

        Asked {
            act = act == null ? "" : act;
            process = process == null ? List.of() : List.copyOf(process);
            from = from == null ? "" : from;
            to = to == null ? "" : to;
            version = version == null ? "" : version;
        }

        RepairService.Order read(String definition) {
            ProcessAct what = what();
            return switch (what) {
                case MOVE -> new RepairService.Order(what, definition, from, to, process);
                case MIGRATE -> new RepairService.Order(what, definition, "", version, process);
                case SUSPEND, ACTIVATE -> new RepairService.Order(what, definition, "", "", process);
            };
        }

        private ProcessAct what() {
            try {
                return ProcessAct.valueOf(act);
            } catch (IllegalArgumentException e) {
                throw new NotAllowed("no act " + act);
            }
        }
    }

    @GetMapping
    String models(Model model) {
        model.addAttribute("models", repairs.models());
        return "repair/models";
    }

    /** Where Cockpit leads from one process. */
    @GetMapping("/of/{process:[\\w-]{1,64}}")
    String one(@PathVariable String process) {
        String definition = repairs.definitionOf(process).orElseThrow(() -> new NotAllowed("no process " + process));
        return "redirect:/desk/processes/" + definition + "?process=" + process;
    }

    /**
     * @param step only those that stand at this step; empty for all
     * @param process chosen from the start
     * @param all whether all shown are to be chosen from the start
     */
    @GetMapping(MODEL)
    String processes(
            @PathVariable String definition,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") List<String> process,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        return list(definition, step, all ? null : process, model);
    }

    /** @param chosen ids; null for all that are shown */
    private String list(String definition, String step, List<String> chosen, Model model) {
        Actor actor = Actors.current();
        RunningModel version = repairs.model(definition);
        List<RunningProcess> shown = repairs.of(version, step);
        List<ModelStep> steps = repairs.steps(version, locale());
        model.addAttribute("version", version);
        model.addAttribute("processes", shown);
        model.addAttribute("steps", steps);
        model.addAttribute("names", repairs.stepNames(version, locale()));
        model.addAttribute("step", step);
        model.addAttribute(
                "chosen",
                chosen == null ? shown.stream().map(RunningProcess::id).toList() : chosen);
        model.addAttribute("others", repairs.otherVersions(version));
        model.addAttribute("most", BulkService.MOST);
        model.addAttribute("more", shown.size() == BulkService.MOST);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("holds", ProcessAct.SUSPEND.isOpenTo(actor));
        model.addAttribute("repairs", ProcessAct.MOVE.isOpenTo(actor));
        return "repair/processes";
    }

    /** Shows what would be done. */
    @PostMapping(MODEL + "/preview")
    String preview(
            @PathVariable String definition,
            Asked asked,
            @RequestParam(defaultValue = "") String step,
            Model model,
            HttpServletResponse response) {
        try {
            return preview(asked.read(definition), asked, "", model);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return list(definition, step, asked.process(), model);
        }
    }

    @PostMapping(MODEL + "/order")
    String order(
            @PathVariable String definition,
            Asked asked,
            @RequestParam String order,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            repairs.order(read(order), asked.read(definition), reason);
            return "redirect:/desk/acts/" + read(order);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return preview(asked.read(definition), asked, reason, model);
        }
    }

    private String preview(RepairService.Order order, Asked asked, String reason, Model model) {
        List<RunningProcess> chosen = repairs.check(order);
        RunningModel version = repairs.model(order.definition());
        Map<String, ModelStep> steps =
                repairs.steps(version, locale()).stream().collect(Collectors.toMap(ModelStep::id, Function.identity()));
        model.addAttribute("version", version);
        model.addAttribute("act", order.act());
        model.addAttribute("asked", asked);
        model.addAttribute("from", steps.get(order.from()));
        model.addAttribute("to", steps.get(order.to()));
        model.addAttribute(
                "target",
                repairs.otherVersions(version).stream()
                        .filter(other -> other.id().equals(order.to()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("names", repairs.stepNames(version, locale()));
        model.addAttribute("unmatched", repairs.stepsWithoutMatch(order, locale()));
        model.addAttribute("processes", chosen);
        model.addAttribute("clocks", repairs.openClocks(chosen));
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("reason", reason);
        model.addAttribute("order", UUID.randomUUID());
        return "repair/preview";
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static UUID read(String order) {
        try {
            return UUID.fromString(order);
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("no order " + order);
        }
    }
}
