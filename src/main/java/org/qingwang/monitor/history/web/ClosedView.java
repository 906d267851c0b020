package org.qingwang.monitor.history.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.monitor.history.ClosedFilter;
import org.qingwang.monitor.history.Cursor;
import org.qingwang.monitor.history.Model;
import org.qingwang.monitor.history.Page;
import org.qingwang.monitor.history.ProcessHistory;
import org.qingwang.monitor.history.ProcessRun;
import org.qingwang.monitor.history.RunState;
import org.qingwang.monitor.history.web.Sheet.Field;
import org.qingwang.monitor.history.web.Sheet.Form;
import org.qingwang.monitor.history.web.Sheet.Link;
import org.qingwang.monitor.history.web.Sheet.Option;
import org.qingwang.monitor.web.Cell;
import org.qingwang.monitor.web.Table;
import org.qingwang.portal.SafeCsv;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Closed processes of a model, of all its versions: in a tab of Cockpit, and as a file. */
@RestController
@RequestMapping(ModelAddress.ADDRESS)
class ClosedView {

    private static final List<RunState> ENDS =
            List.of(RunState.COMPLETED, RunState.EXTERNALLY_TERMINATED, RunState.INTERNALLY_TERMINATED);

    private final ProcessHistory history;
    private final HistoryVocabulary vocabulary;

    ClosedView(ProcessHistory history, HistoryVocabulary vocabulary) {
        this.history = history;
        this.vocabulary = vocabulary;
    }

    /** What the form above the list asks; everything may be left open. */
    record Question(
            String number,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            String state) {

        ClosedFilter filter() {
            return new ClosedFilter(number == null ? "" : number.strip().toUpperCase(Locale.ROOT), from, to, chosen());
        }

        private RunState chosen() {
            return ENDS.stream()
                    .filter(end -> end.name().equals(state))
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/closed")
    Sheet closed(
            @PathVariable String definition,
            Question question,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "en") String language) {
        CockpitLanguage.speak(language);
        Model model = ModelAddress.find(history, definition);
        Page<ProcessRun> page = history.closed(model.key(), question.filter(), Cursor.parse(after));
        HistoryWords words = vocabulary.naming(Stream.empty());
        return new Sheet(
                List.of(words.say("history.closed.about", words.own(model.name()))),
                form(question.filter(), words),
                List.of(table(page.rows(), words)),
                page.rows().isEmpty() ? List.of() : List.of(file(model, question.filter(), language, words)),
                Turns.of(page, after, words));
    }

    private static Form form(ClosedFilter asked, HistoryWords words) {
        List<Option> ends = new ArrayList<>();
        ends.add(new Option("", words.say("history.any")));
        ENDS.forEach(end -> ends.add(new Option(end.name(), words.state(end))));
        return new Form(
                words.say("history.show"),
                List.of(
                        Field.text("number", words.say("history.number.begins"), "search", asked.number()),
                        Field.text("from", words.say("history.ended.from"), "date", asked.from()),
                        Field.text("to", words.say("history.ended.to"), "date", asked.to()),
                        new Field(
                                "state",
                                words.say("history.end"),
                                "select",
                                asked.state() == null ? "" : asked.state().name(),
                                ends)));
    }

    private static Table table(List<ProcessRun> runs, HistoryWords words) {
        return new Table(
                "closed",
                words.say("history.closed"),
                words.sayAll(
                        "history.number",
                        "history.agency",
                        "history.version",
                        "history.began",
                        "history.ended",
                        "history.took",
                        "history.end"),
                runs.stream().map(run -> row(run, words)).toList(),
                words.say("history.closed.none"));
    }

    private static List<Cell> row(ProcessRun run, HistoryWords words) {
        return List.of(
                Cell.words(words.number(run.number()), RunPage.addressOf(run.id())),
                Cell.words(words.place(run.jurisdiction())),
                Cell.amount(Integer.toString(run.version()), false),
                Cell.words(words.time(run.startedAt())),
                Cell.words(words.time(run.endedAt())),
                Cell.amount(words.length(Duration.between(run.startedAt(), run.endedAt())), false),
                Cell.words(words.state(run.state())));
    }

    private static Link file(Model model, ClosedFilter filter, String language, HistoryWords words) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(ModelAddress.of(model) + "/closed.csv")
                .queryParam("language", language)
                .queryParam("number", "{number}");
        Optional.ofNullable(filter.from()).ifPresent(day -> address.queryParam("from", day));
        Optional.ofNullable(filter.to()).ifPresent(day -> address.queryParam("to", day));
        Optional.ofNullable(filter.state()).ifPresent(state -> address.queryParam("state", state));
        return new Link(
                words.say("history.closed.file"),
                address.encode().buildAndExpand(filter.number()).toUriString());
    }

    @GetMapping("/closed.csv")
    void file(
            @PathVariable String definition,
            Question question,
            @RequestParam(defaultValue = "en") String language,
            HttpServletResponse response)
            throws IOException {
        CockpitLanguage.speak(language);
        Model model = ModelAddress.find(history, definition);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"closed-" + model.key() + ".csv\"");
        HistoryWords words = vocabulary.naming(Stream.empty());
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            SafeCsv csv = new SafeCsv(out);
            csv.row(words.sayAll(
                    "history.number",
                    "history.agency",
                    "history.version",
                    "history.began",
                    "history.ended",
                    "history.took",
                    "history.took.hours",
                    "history.end",
                    "history.reason",
                    "history.process"));
            boolean complete = history.export(model.key(), question.filter(), run -> write(csv, cells(run, words)));
            csv.row(List.of(
                    complete
                            ? words.say("history.closed.file.complete")
                            : words.say("history.closed.file.cut", ProcessHistory.FILE)));
        }
    }

    private static List<String> cells(ProcessRun run, HistoryWords words) {
        Duration took = Duration.between(run.startedAt(), run.endedAt());
        return Arrays.asList(
                words.number(run.number()),
                words.place(run.jurisdiction()),
                Integer.toString(run.version()),
                words.time(run.startedAt()),
                words.time(run.endedAt()),
                words.length(took),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        took.toMillis() / (double) Duration.ofHours(1).toMillis()),
                words.state(run.state()),
                run.endReason(),
                run.id());
    }

    private static void write(SafeCsv csv, List<String> cells) {
        try {
            csv.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
