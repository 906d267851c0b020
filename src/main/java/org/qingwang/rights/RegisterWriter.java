package org.qingwang.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.Sha256;
import org.qingwang.rights.TradeMarks.Digested;
import org.qingwang.rights.TradeMarks.Known;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings marks into the register, so that the newest record of a mark counts and the same one twice changes nothing. */
@Component
class RegisterWriter {

    /** What became of a record. */
    enum Outcome {
        ADDED,
        UPDATED,
        UNCHANGED,
        OLDER
    }

    private final TradeMarks tradeMarks;
    private final AuditLog audit;
    private final Clock clock;

    RegisterWriter(TradeMarks tradeMarks, AuditLog audit, Clock clock) {
        this.tradeMarks = tradeMarks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes all of these in one transaction of their own.
     *
     * @param marks no two of them the same mark
     * @return what became of each, in the same order
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<Outcome> writeAll(List<TradeMark> marks) {
        Map<Integer, Known> known = tradeMarks.lock(marks);
        List<Outcome> outcomes = new ArrayList<>();
        List<Digested> added = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Digested record = new Digested(marks.get(i), digest(marks.get(i)));
            if (known.containsKey(i)) {
                outcomes.add(writeOver(known.get(i), record));
            } else {
                added.add(record);
                outcomes.add(Outcome.ADDED);
            }
        }
        add(added);
        return outcomes;
    }

    private void add(List<Digested> records) {
        if (records.isEmpty()) {
            return;
        }
        tradeMarks.insertAll(records, clock.instant(), by());
        for (Digested record : records) {
            audit.record(AuditEntry.of("right.added", "right", subject(record.mark()), summary(record.mark())));
        }
    }

    private Outcome writeOver(Known known, Digested record) {
        if (known.digest().equals(record.digest())) {
            return Outcome.UNCHANGED;
        }
        if (isOlder(record.mark().dates().recorded(), known.recorded())) {
            return Outcome.OLDER;
        }
        TradeMark before = tradeMarks.byId(known.id());
        tradeMarks.update(known.id(), record, clock.instant(), by());
        audit.record(AuditEntry.of("right.updated", "right", subject(record.mark()), summary(record.mark()))
                .withBefore(summary(before)));
        return Outcome.UPDATED;
    }

    /** A record that does not say how old it is never replaces one that does. */
    private static boolean isOlder(LocalDate record, LocalDate known) {
        return known != null && (record == null || record.isBefore(known));
    }

    private static String by() {
        return Actors.current().userId();
    }

    private static String subject(TradeMark mark) {
        return mark.officeCode() + " " + mark.number();
    }

    private static Map<String, Object> summary(TradeMark mark) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("mark", mark.text());
        summary.put("holders", mark.holders());
        summary.put("status", mark.status().reading().name());
        summary.put("officeStatus", mark.status().officeStatus());
        summary.put("expires", text(mark.dates().expires()));
        summary.put("recorded", text(mark.dates().recorded()));
        summary.values().removeIf(value -> value == null);
        return summary;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Over everything that was imported. Sets have no order, so they are put into one. */
    private static String digest(TradeMark mark) {
        String all = String.join(
                "\u001f",
                mark.officeCode(),
                String.valueOf(mark.registrationNo()),
                String.valueOf(mark.applicationNo()),
                String.valueOf(mark.text()),
                new TreeSet<>(mark.kinds()).toString(),
                mark.classes().toString(),
                mark.parties().toString(),
                new TreeSet<>(mark.designatedOffices()).toString(),
                mark.status().toString(),
                mark.dates().toString(),
                mark.source().name());
        return Sha256.hex(all);
    }
}
