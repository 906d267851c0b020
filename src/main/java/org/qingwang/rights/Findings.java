package org.qingwang.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingwang.rights.RightFinding.Status;

/** Reads a register record as of a day. */
final class Findings {

    private static final int LONGEST_QUOTE = 60;

    private Findings() {}

    static RightFinding noneGiven() {
        return new RightFinding(Status.NONE_GIVEN, Optional.empty(), "rights.finding.none-given", List.of());
    }

    static RightFinding unknown(String written) {
        String quoted = written.length() > LONGEST_QUOTE ? written.substring(0, LONGEST_QUOTE) + "…" : written;
        return new RightFinding(Status.UNKNOWN, Optional.empty(), "rights.finding.unknown", List.of(quoted.strip()));
    }

    static RightFinding about(TradeMark mark, LocalDate on) {
        if (!mark.protects(TradeMark.CHINA)) {
            return finding(Status.FOREIGN, mark, "rights.finding.foreign", mark.officeCode());
        }
        return switch (mark.status().reading()) {
            case ENDED -> ended(mark, on);
            case PENDING -> finding(Status.PENDING, mark, "rights.finding.pending");
            case UNDETERMINED ->
                finding(
                        Status.UNKNOWN,
                        mark,
                        "rights.finding.undetermined",
                        text(mark.status().officeStatus()));
            case REGISTERED -> registered(mark, on);
        };
    }

    /** A mark that ended only after the day asked about still stood on it. */
    private static RightFinding ended(TradeMark mark, LocalDate on) {
        LocalDate since = mark.status().since();
        String officeStatus = text(mark.status().officeStatus());
        boolean endedLater = since != null && on.isBefore(since) && mark.dates().registered() != null;
        if (!endedLater) {
            return finding(Status.LAPSED, mark, "rights.finding.ended", text(since), officeStatus);
        }
        RightFinding then = registered(mark, on);
        return then.status() == Status.VALID
                ? finding(Status.VALID, mark, "rights.finding.ended-later", since.toString(), officeStatus)
                : then;
    }

    private static RightFinding registered(TradeMark mark, LocalDate on) {
        TradeMark.Dates dates = mark.dates();
        if (dates.expires() != null && on.isAfter(dates.expires())) {
            return finding(
                    Status.LAPSED,
                    mark,
                    "rights.finding.expired",
                    dates.expires().toString());
        }
        if (dates.registered() != null && on.isBefore(dates.registered())) {
            return finding(
                    Status.PENDING,
                    mark,
                    "rights.finding.not-yet",
                    dates.registered().toString());
        }
        return dates.expires() == null
                ? finding(Status.VALID, mark, "rights.finding.valid-open")
                : finding(
                        Status.VALID,
                        mark,
                        "rights.finding.valid",
                        dates.expires().toString());
    }

    /** Every sentence may use the number as {0} and the mark as {1}; what is its own begins at {2}. */
    private static RightFinding finding(Status status, TradeMark mark, String key, String... own) {
        List<String> arguments = new ArrayList<>(List.of(mark.number(), text(mark.text())));
        arguments.addAll(List.of(own));
        return new RightFinding(status, Optional.of(mark), key, arguments);
    }

    private static String text(Object value) {
        return value == null ? "–" : value.toString();
    }
}
