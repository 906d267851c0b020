package org.qingwang.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qingwang.agency.Actors;
import org.springframework.stereotype.Component;

/** Gives complaints their numbers and puts them on file, each once. */
@Component
class Registrar {

    private final Complaints complaints;
    private final ComplaintChecks checks;
    private final Clock clock;

    Registrar(Complaints complaints, ComplaintChecks checks, Clock clock) {
        this.complaints = complaints;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @return one receipt a filing, in the same order; only the first with a key carries the secret
     * @throws org.qingwang.common.BadInput if one cannot be filed
     */
    List<Receipt> register(List<Filing> filings) {
        Map<Registration.Key, Registration> registrations = new LinkedHashMap<>();
        List<Registration.Key> keys = new ArrayList<>();
        for (Filing filing : filings) {
            Registration.Key key = key(filing);
            keys.add(key);
            registrations.computeIfAbsent(key, absent -> registration(key, filing));
        }
        Map<Registration.Key, Receipt> receipts = store(registrations.values());
        return keys.stream()
                .map(key ->
                        receipts.replace(key, Receipt.ofKnown(receipts.get(key).receiptNo())))
                .toList();
    }

    private static Registration.Key key(Filing filing) {
        String key = filing.idempotencyKey() == null ? UUID.randomUUID().toString() : filing.idempotencyKey();
        return new Registration.Key(filing.intake(), key);
    }

    private Registration registration(Registration.Key key, Filing filing) {
        NewComplaint content = filing.complaint();
        checks.check(content);
        Instant now = clock.instant();
        return new Registration(
                ReceiptNumbers.next(LocalDate.ofInstant(now, ComplaintChecks.CHINA)),
                filing.secret().orElseGet(ReceiptNumbers::newSecret),
                key,
                now,
                Actors.current().userId(),
                content,
                checks.listings(content));
    }

    private Map<Registration.Key, Receipt> store(Collection<Registration> registrations) {
        Map<Registration.Key, Receipt> receipts = new HashMap<>();
        List<Registration> waiting = List.copyOf(registrations);
        while (!waiting.isEmpty()) {
            Set<String> added = complaints.add(waiting);
            waiting.stream()
                    .filter(registration -> added.contains(registration.receiptNo()))
                    .forEach(registration -> receipts.put(registration.key(), registration.receipt()));
            List<Registration> leftOut = without(receipts.keySet(), waiting);
            complaints
                    .receiptsByKey(leftOut.stream().map(Registration::key).toList())
                    .forEach((key, receiptNo) -> receipts.put(key, Receipt.ofKnown(receiptNo)));
            waiting = renumbered(without(receipts.keySet(), leftOut));
        }
        return receipts;
    }

    private static List<Registration> without(Set<Registration.Key> keys, List<Registration> registrations) {
        return registrations.stream()
                .filter(registration -> !keys.contains(registration.key()))
                .toList();
    }

    /** Those whose number chance had given to another complaint before. */
    private static List<Registration> renumbered(List<Registration> registrations) {
        return registrations.stream()
                .map(registration -> registration.withReceiptNo(
                        ReceiptNumbers.next(LocalDate.ofInstant(registration.filedAt(), ComplaintChecks.CHINA))))
                .toList();
    }
}
