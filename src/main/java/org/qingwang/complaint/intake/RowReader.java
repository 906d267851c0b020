package org.qingwang.complaint.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.ComplaintChecks;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.NewComplaint;
import org.springframework.stereotype.Component;

/** Turns a row of a list into a complaint, or says everything that is wrong with it at once. */
@Component
class RowReader {

    private final ComplaintChecks checks;

    RowReader(ComplaintChecks checks) {
        this.checks = checks;
    }

    ReadRow read(ListRow row) {
        if (!row.problems().isEmpty()) {
            return ReadRow.bad(row.line(), row.problems());
        }
        Reading reading = new Reading(row.cells());
        Optional<NewComplaint> complaint = reading.complaint();
        complaint.ifPresent(found -> reading.noting(() -> checks.checkBesidesListings(found)));
        return reading.problems.isEmpty()
                ? ReadRow.good(row.line(), complaint.orElseThrow(), reading.listings)
                : ReadRow.bad(row.line(), reading.problems);
    }

    /** One row being read; collects what is wrong instead of stopping at the first. */
    private static final class Reading {
        private final Map<IntakeColumn, String> cells;
        private final List<Problem> problems = new ArrayList<>();
        private List<ListingAddress> listings = List.of();

        Reading(Map<IntakeColumn, String> cells) {
            this.cells = cells;
        }

        Optional<NewComplaint> complaint() {
            listings = valueOr(IntakeColumn.LISTING_URL, (field, cell) -> ListingAddress.parseAll(cell), List.of());
            String listing = cells.get(IntakeColumn.LISTING_URL);
            String currency = valueOr(IntakeColumn.CURRENCY, Cells::currency, "CNY");
            NewComplaint complaint = new NewComplaint(
                    required(IntakeColumn.RECEIVED_ON, Cells::date),
                    valueOr(IntakeColumn.CHANNEL, Cells::channel, Channel.BULK),
                    required(IntakeColumn.COMPLAINANT_TYPE, Cells::complainantType),
                    text(IntakeColumn.COMPLAINANT_NAME),
                    text(IntakeColumn.CONTACT),
                    text(IntakeColumn.RIGHT),
                    text(IntakeColumn.REGISTRATION_NO),
                    text(IntakeColumn.PLATFORM),
                    listing == null ? List.of() : List.of(listing),
                    text(IntakeColumn.SELLER_NAME),
                    valueOr(IntakeColumn.SELLER_REGION, Cells::region, null),
                    text(IntakeColumn.GOODS),
                    figure(IntakeColumn.QUANTITY),
                    figure(IntakeColumn.UNIT_PRICE),
                    currency,
                    text(IntakeColumn.DESCRIPTION),
                    null,
                    text(IntakeColumn.DEMAND));
            return problems.isEmpty() ? Optional.of(complaint) : Optional.empty();
        }

        void noting(Runnable work) {
            try {
                work.run();
            } catch (BadInput refusal) {
                problems.add(Problem.of(refusal));
            }
        }

        private <T> T required(IntakeColumn column, BiFunction<String, String, T> reader) {
            if (!cells.containsKey(column)) {
                problems.add(new Problem(column.field(), "intake.missing", List.of(column.field())));
            }
            return valueOr(column, reader, null);
        }

        private <T> T valueOr(IntakeColumn column, BiFunction<String, String, T> reader, T absent) {
            String cell = cells.get(column);
            if (cell == null) {
                return absent;
            }
            try {
                return reader.apply(column.field(), cell);
            } catch (BadInput refusal) {
                problems.add(Problem.of(refusal));
                return absent;
            }
        }

        private BigDecimal figure(IntakeColumn column) {
            return valueOr(column, Cells::figure, null);
        }

        private String text(IntakeColumn column) {
            return cells.get(column);
        }
    }
}
