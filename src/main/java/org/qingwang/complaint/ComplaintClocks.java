package org.qingwang.complaint;

import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about complaints. */
@Component
class ComplaintClocks implements ClockSubjects {

    private final Complaints complaints;
    private final ComplaintEvidence readers;

    ComplaintClocks(Complaints complaints, ComplaintEvidence readers) {
        this.complaints = complaints;
        this.readers = readers;
    }

    @Override
    public boolean maySee(Actor actor, String number) {
        return ReceiptNumbers.isWellFormed(number) && readers.maySee(actor, number);
    }

    @Override
    public Optional<Subject> find(String number) {
        return ReceiptNumbers.isWellFormed(number)
                ? complaints
                        .find(number)
                        .map(complaint -> new Subject(complaint.intake().id(), false))
                : Optional.empty();
    }

    @Override
    public Optional<String> pageOf(String number) {
        return ReceiptNumbers.isWellFormed(number) ? Optional.of("/desk/complaints/" + number) : Optional.empty();
    }
}
