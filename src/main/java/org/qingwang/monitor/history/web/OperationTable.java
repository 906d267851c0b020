package org.qingwang.monitor.history.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.monitor.history.Operation;
import org.qingwang.monitor.history.Operation.Change;
import org.qingwang.monitor.web.Cell;
import org.qingwang.monitor.web.Table;
import org.springframework.web.util.UriComponentsBuilder;

/** Words what people did to processes in the engine. */
final class OperationTable {

    private OperationTable() {}

    /** Everybody the table names. */
    static Stream<String> people(List<Operation> operations) {
        return operations.stream().flatMap(act -> Stream.concat(Stream.of(act.person()), changed(act)));
    }

    private static Stream<String> changed(Operation act) {
        return act.changes().stream().flatMap(change -> Stream.of(text(change.before()), text(change.after())));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    static Table of(List<Operation> operations, HistoryWords words) {
        return new Table(
                "operations",
                words.say("history.operations"),
                words.sayAll(
                        "history.operation",
                        "history.who",
                        "history.when",
                        "history.number",
                        "history.operation.changed",
                        "history.operation.reason"),
                operations.stream().map(act -> row(act, words)).toList(),
                words.say("history.operations.none"));
    }

    private static List<Cell> row(Operation act, HistoryWords words) {
        return List.of(
                Cell.words(words.act(act.act(), act.on())),
                Cell.words(words.person(act.person())),
                Cell.words(words.time(act.at())),
                act.run() == null
                        ? Cell.words(words.say("history.operation.model"))
                        : Cell.words(words.number(act.number()), RunPage.addressOf(act.run())),
                Cell.words(changes(act, words)),
                reason(act, words));
    }

    /** For those who may read the audit alone, as there, and leading there: a reason may tell of somebody's illness. */
    private static Cell reason(Operation act, HistoryWords words) {
        if (act.reason() == null) {
            return Cell.words("–");
        }
        return AuditService.isOpenTo(Actors.current())
                ? Cell.words(act.reason(), inAudit(act))
                : Cell.words(words.say("history.operation.reason.hidden"));
    }

    private static String inAudit(Operation act) {
        return UriComponentsBuilder.fromPath("/desk/audit")
                .queryParam("type", "process")
                .queryParam("id", "{id}")
                .queryParam("until", act.at().atZone(WorkingCalendar.ZONE).toLocalDate())
                .encode()
                .buildAndExpand(act.subjectInAudit())
                .toUriString();
    }

    private static String changes(Operation act, HistoryWords words) {
        return act.changes().isEmpty()
                ? "–"
                : act.changes().stream().map(change -> change(change, words)).collect(Collectors.joining("\n"));
    }

    private static String change(Change change, HistoryWords words) {
        return words.say(
                "history.operation.change",
                words.property(change.property()),
                value(change.before(), words),
                value(change.after(), words));
    }

    private static String value(String value, HistoryWords words) {
        return value == null || value.isBlank() ? "–" : words.changed(value);
    }
}
