package org.qingwang.monitor.history.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qingwang.monitor.history.HeatMap;
import org.qingwang.monitor.history.HeatMaps;
import org.qingwang.monitor.history.Model;
import org.qingwang.monitor.history.ProcessHistory;
import org.qingwang.monitor.history.StepHeat;
import org.qingwang.monitor.history.web.Sheet.Field;
import org.qingwang.monitor.history.web.Sheet.Form;
import org.qingwang.monitor.history.web.Sheet.Option;
import org.qingwang.monitor.web.Cell;
import org.qingwang.monitor.web.Table;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the processes of a model spend their time: in a tab of Cockpit, and on its diagram. */
@RestController
class HeatView {

    private final ProcessHistory history;
    private final HeatMaps maps;
    private final HistoryVocabulary vocabulary;

    HeatView(ProcessHistory history, HeatMaps maps, HistoryVocabulary vocabulary) {
        this.history = history;
        this.maps = maps;
        this.vocabulary = vocabulary;
    }

    /**
     * What a step carries on the diagram. The table says the same.
     *
     * @param shade from 1 to {@link HeatMap#SHADES}; 0 for none
     * @param bottleneck whether it holds processes longest
     */
    record Mark(String step, int shade, String badge, boolean bottleneck) {}

    /** @param legend what the lightest and the darkest shade mean, with those between them in their places */
    record Heat(@JsonUnwrapped Sheet sheet, List<Mark> marks, List<String> legend) {}

    @GetMapping(ModelAddress.ADDRESS + "/heat")
    Heat heat(
            @PathVariable String definition,
            @RequestParam(defaultValue = "90") String days,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        Model model = ModelAddress.find(history, definition);
        HeatMap map = maps.of(model.key(), days.matches("\\d{1,4}") ? Integer.parseInt(days) : HeatMaps.USUAL, of);
        HistoryWords words = vocabulary.naming(Stream.empty());
        StepHeat bottleneck = map.bottleneck().orElse(null);
        Sheet sheet = new Sheet(
                says(model, map, of, words),
                form(map, of, words),
                List.of(table(model, map, bottleneck, words)),
                List.of(),
                List.of());
        return new Heat(
                sheet,
                map.steps().stream()
                        .map(step ->
                                new Mark(step.activity(), map.shade(step), badge(step, words), step.equals(bottleneck)))
                        .toList(),
                legend(words));
    }

    private static List<String> says(Model model, HeatMap map, String of, HistoryWords words) {
        List<String> says = new ArrayList<>();
        if (!of.isEmpty()) {
            says.add(words.say("history.heat.of", words.place(of)));
        }
        map.bottleneck()
                .ifPresent(step -> says.add(words.say(
                        "history.heat.bottleneck",
                        words.step(model.definition(), step.activity()),
                        words.length(step.median()),
                        step.waiting())));
        map.crowd()
                .filter(step -> !map.bottleneck().filter(step::equals).isPresent())
                .ifPresent(step -> says.add(words.say(
                        "history.heat.crowd", words.step(model.definition(), step.activity()), step.waiting())));
        says.add(words.say("history.heat.about", map.days(), words.time(map.at())));
        if (map.cut()) {
            says.add(words.say("history.heat.cut", HeatMaps.MOST));
        }
        return says;
    }

    private Form form(HeatMap map, String of, HistoryWords words) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                "days",
                words.say("history.heat.period"),
                "select",
                Integer.toString(map.days()),
                HeatMaps.PERIODS.stream()
                        .map(days -> new Option(Integer.toString(days), words.say("history.heat.days", days)))
                        .toList()));
        List<String> jurisdictions = maps.jurisdictions();
        if (!jurisdictions.isEmpty()) {
            Stream<Option> all = Stream.of(new Option("", words.say("history.heat.everywhere")));
            Stream<Option> each = jurisdictions.stream().map(id -> new Option(id, words.place(id)));
            fields.add(new Field(
                    "of",
                    words.say("history.agency"),
                    "select",
                    of,
                    Stream.concat(all, each).toList()));
        }
        return new Form(words.say("history.show"), fields);
    }

    private static Table table(Model model, HeatMap map, StepHeat bottleneck, HistoryWords words) {
        return new Table(
                "heat",
                words.say("history.heat"),
                words.sayAll(
                        "history.step",
                        "history.heat.entered",
                        "history.heat.done",
                        "history.heat.median",
                        "history.heat.ninety",
                        "history.heat.waiting",
                        "history.heat.shade"),
                map.steps().stream()
                        .map(step -> List.of(
                                Cell.words(words.step(model.definition(), step.activity())),
                                Cell.figure(step.entered(), null),
                                Cell.figure(step.done(), null),
                                Cell.amount(words.length(step.median()), step.equals(bottleneck)),
                                Cell.amount(words.length(step.ninety()), false),
                                Cell.figure(step.waiting(), null),
                                Cell.amount(step.median() == null ? "–" : Integer.toString(map.shade(step)), false)))
                        .toList(),
                words.say("history.heat.none"));
    }

    /** Short: a large model has little room. A step that takes no time shows how often it was begun alone. */
    private static String badge(StepHeat step, HistoryWords words) {
        return step.median() == null || step.median().toSeconds() == 0
                ? words.say("history.heat.badge.none", step.entered())
                : words.say("history.heat.badge", step.entered(), words.roughly(step.median()));
    }

    private static List<String> legend(HistoryWords words) {
        return IntStream.rangeClosed(1, HeatMap.SHADES)
                .mapToObj(shade -> shade == 1
                        ? words.say("history.heat.shortest")
                        : shade == HeatMap.SHADES ? words.say("history.heat.longest") : Integer.toString(shade))
                .toList();
    }
}
