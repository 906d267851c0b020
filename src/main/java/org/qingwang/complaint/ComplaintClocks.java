package org.qingwang.complaint;

import java.util.Optional;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about complaints. */
@Component
class ComplaintClocks implements ClockSubjects {

    private final Complaints complaints;

    ComplaintClocks(Complaints complaints) {
        this.complaints = complaints;
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
