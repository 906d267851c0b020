package org.qingwang.monitor.history.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qingwang.monitor.history.Operation;
import org.qingwang.monitor.history.ProcessHistory;
import org.qingwang.monitor.history.ProcessRun;
import org.qingwang.monitor.history.Steps;
import org.qingwang.monitor.history.web.Sheet.Link;
import org.qingwang.monitor.history.web.Sheet.Turn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in one process, in tabs of Cockpit. */
@RestController
@RequestMapping(RunPage.ADDRESS)
class RunView {

    private final ProcessHistory history;
    private final HistoryVocabulary vocabulary;
    private final RunTables tables;

    RunView(ProcessHistory history, HistoryVocabulary vocabulary, RunTables tables) {
        this.history = history;
        this.vocabulary = vocabulary;
        this.tables = tables;
    }

    @GetMapping("/steps")
    Sheet steps(
            @PathVariable String instance,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        ProcessRun run = RunPage.visible(history, instance);
        int page = after.matches("\\d{1,4}") ? Integer.parseInt(after) : 0;
        Steps steps = history.steps(run, page);
        HistoryWords words = vocabulary.naming(RunTables.people(run, steps));
        return Sheet.of(
                List.of(words.say("history.steps.about")),
                List.of(tables.steps(run, steps, words), tables.faults(run, history.faults(run), words)),
                List.of(new Link(words.say("history.open"), RunPage.addressOf(run.id()))),
                turns(page, steps, words));
    }

    @GetMapping("/decisions")
    Sheet decisions(@PathVariable String instance, @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        ProcessRun run = RunPage.visible(history, instance);
        HistoryWords words = vocabulary.naming(Stream.empty());
        return Sheet.of(
                List.of(words.say("history.decisions.about")),
                List.of(DecisionTable.of(history.decisions(run), words)),
                List.of(),
                List.of());
    }

    @GetMapping("/operations")
    Sheet operations(@PathVariable String instance, @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        List<Operation> operations = history.operations(RunPage.visible(history, instance));
        HistoryWords words = vocabulary.naming(OperationTable.people(operations));
        return Sheet.of(
                List.of(words.say("history.operations.about")),
                List.of(OperationTable.of(operations, words)),
                List.of(),
                List.of());
    }

    private static List<Turn> turns(int page, Steps steps, HistoryWords words) {
        List<Turn> turns = new ArrayList<>();
        if (page > 0) {
            turns.add(new Turn(words.say("history.steps.first"), ""));
        }
        if (steps.more()) {
            turns.add(new Turn(words.say("history.steps.later"), Integer.toString(page + 1)));
        }
        return turns;
    }
}
