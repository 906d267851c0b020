package org.qingwang.monitor.history.web;

import java.util.List;
import java.util.stream.Stream;
import org.qingwang.monitor.history.Cursor;
import org.qingwang.monitor.history.Model;
import org.qingwang.monitor.history.Operation;
import org.qingwang.monitor.history.Page;
import org.qingwang.monitor.history.ProcessHistory;
import org.qingwang.monitor.history.TakenDecision;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What decision tables answered, and what people did, in all processes of a model: in tabs of Cockpit. */
@RestController
@RequestMapping(ModelAddress.ADDRESS)
class ModelView {

    private final ProcessHistory history;
    private final HistoryVocabulary vocabulary;

    ModelView(ProcessHistory history, HistoryVocabulary vocabulary) {
        this.history = history;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/decisions")
    Sheet decisions(
            @PathVariable String definition,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        Model model = ModelAddress.find(history, definition);
        Page<TakenDecision> page = history.decisions(model.key(), Cursor.parse(after));
        HistoryWords words = vocabulary.naming(Stream.empty());
        return Sheet.of(
                List.of(words.say("history.decisions.about")),
                List.of(DecisionTable.of(page.rows(), words)),
                List.of(),
                Turns.of(page, after, words));
    }

    @GetMapping("/operations")
    Sheet operations(
            @PathVariable String definition,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        Model model = ModelAddress.find(history, definition);
        Page<Operation> page = history.operations(model.key(), Cursor.parse(after));
        HistoryWords words = vocabulary.naming(OperationTable.people(page.rows()));
        return Sheet.of(
                List.of(words.say("history.operations.about")),
                List.of(OperationTable.of(page.rows(), words)),
                List.of(),
                Turns.of(page, after, words));
    }
}
