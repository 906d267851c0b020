package org.qingwang.rights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;
import org.qingwang.rights.ImportReport.Refusal;
import org.qingwang.rights.RegisterWriter.Outcome;
import org.qingwang.rights.TradeMark.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Counts what becomes of one file, writing its records a few at a time. */
final class ImportRun implements RegisterRecords {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    /** A transaction's worth: enough to be quick, few enough not to keep others waiting for the audit chain. */
    private static final int RECORDS_A_TRANSACTION = 200;

    private final RegisterWriter writer;
    private final List<Taken> waiting = new ArrayList<>();

    /** Numbers of the marks that wait: what comes after must find what came before it written. */
    private final Set<String> numbersWaiting = new HashSet<>();

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<Refusal> refusals = new ArrayList<>();
    private int refused;
    private Source source;

    private record Taken(long line, TradeMark mark) {}

    ImportRun(RegisterWriter writer) {
        this.writer = writer;
    }

    @Override
    public void begin(Source newSource) {
        source = newSource;
    }

    @Override
    public void take(long line, TradeMark mark) {
        List<String> numbers = numbers(mark);
        if (numbers.stream().anyMatch(numbersWaiting::contains)) {
            write();
        }
        waiting.add(new Taken(line, mark));
        numbersWaiting.addAll(numbers);
        if (waiting.size() == RECORDS_A_TRANSACTION) {
            write();
        }
    }

    @Override
    public void refuse(long line, String number, BadInput reason) {
        refused++;
        if (refusals.size() < ImportReport.MOST_REFUSALS_LISTED) {
            refusals.add(new Refusal(line, number, reason.field(), reason.messageKey(), List.of(reason.arguments())));
        }
    }

    /** Writes what still waits and says what became of everything. */
    ImportReport finish() {
        write();
        return new ImportReport(
                source,
                count(Outcome.ADDED),
                count(Outcome.UPDATED),
                count(Outcome.UNCHANGED),
                count(Outcome.OLDER),
                refused,
                refusals);
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private static List<String> numbers(TradeMark mark) {
        return Stream.of(mark.registrationNo(), mark.applicationNo())
                .filter(Objects::nonNull)
                .map(number -> mark.officeCode() + number)
                .toList();
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Taken> batch = List.copyOf(waiting);
        waiting.clear();
        numbersWaiting.clear();
        try {
            count(writer.writeAll(batch.stream().map(Taken::mark).toList()));
        } catch (DataAccessException e) {
            log.warn("A batch of {} register records failed and is written one by one", batch.size(), e);
            batch.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Taken taken) {
        try {
            count(writer.writeAll(List.of(taken.mark())));
        } catch (DataAccessException e) {
            log.warn("A register record of line {} could not be written", taken.line(), e);
            refuse(taken.line(), taken.mark().number(), new BadInput("", "rights.import.not-written"));
        }
    }

    private void count(List<Outcome> results) {
        results.forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
    }
}
