package org.qingwang.monitor.history.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qingwang.engine.picture.ProcessPicture;
import org.qingwang.engine.picture.ProcessPictures;
import org.qingwang.monitor.history.Operation;
import org.qingwang.monitor.history.ProcessHistory;
import org.qingwang.monitor.history.ProcessRun;
import org.qingwang.monitor.history.Steps;
import org.qingwang.monitor.web.Table;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of one process, running or closed: Cockpit has none for those that are closed. */
@Controller
class RunPage {

    static final String ADDRESS = "/desk/process-history/{instance:[\\w-]{1,64}}";

    /** Nobody reads on beyond it. */
    private static final int MOST_PAGES = 10_000;

    private final ProcessHistory history;
    private final ProcessPictures pictures;
    private final HistoryVocabulary vocabulary;
    private final RunTables tables;

    RunPage(ProcessHistory history, ProcessPictures pictures, HistoryVocabulary vocabulary, RunTables tables) {
        this.history = history;
        this.pictures = pictures;
        this.vocabulary = vocabulary;
        this.tables = tables;
    }

    static String addressOf(String instance) {
        return "/desk/process-history/" + instance;
    }

    @GetMapping(ADDRESS)
    String page(@PathVariable String instance, @RequestParam(defaultValue = "0") int page, Model model) {
        ProcessRun run = visible(history, instance);
        int shown = Math.max(0, Math.min(page, MOST_PAGES));
        Steps steps = history.steps(run, shown);
        List<Operation> operations = history.operations(run);
        HistoryWords words =
                vocabulary.naming(Stream.concat(RunTables.people(run, steps), OperationTable.people(operations)));
        List<Table> happened = new ArrayList<>();
        happened.add(tables.steps(run, steps, words));
        happened.add(tables.faults(run, history.faults(run), words));
        happened.add(DecisionTable.of(history.decisions(run), words));
        happened.add(OperationTable.of(operations, words));
        model.addAttribute("run", run);
        model.addAttribute(
                "modelName", history.model(run.definition()).orElseThrow().name());
        model.addAttribute("words", words);
        model.addAttribute("picture", picture(run));
        model.addAttribute("tables", happened);
        model.addAttribute("page", shown);
        model.addAttribute("more", steps.more());
        return "monitor/process";
    }

    private ProcessPicture picture(ProcessRun run) {
        return pictures.ofInstance(run.id(), LocaleContextHolder.getLocale()).orElse(null);
    }

    static ProcessRun visible(ProcessHistory history, String instance) {
        return history.find(instance).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
