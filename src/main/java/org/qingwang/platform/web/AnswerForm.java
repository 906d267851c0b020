package org.qingwang.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.Declaration;
import org.qingwang.platform.Delivery;
import org.qingwang.platform.Forwarding;
import org.qingwang.platform.Measure;
import org.qingwang.platform.MeasuresTaken;
import org.qingwang.platform.Reaction;
import org.qingwang.platform.Restoration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the pages of personal links send. Each page fills in its part. Days and times are those of China.
 *
 * @param untouched places in the notice's list of those the platform left as they are
 * @param covered places in the list of those the seller speaks of
 * @param file what is sent with the answer; null where the page has no field for files
 */
record AnswerForm(
        MeasuresTaken.Answer answer,
        Measure measure,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime takenAt,
        List<Integer> untouched,
        String reason,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate forwardedOn,
        String declarant,
        String contact,
        List<Integer> covered,
        String statement,
        String evidence,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate deliveredOn,
        String delivery,
        Reaction.Kind reaction,
        String authority,
        String fileNo,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate restoredOn,
        String note,
        List<MultipartFile> file) {

    static final AnswerForm EMPTY = new AnswerForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_FILE_NO = 120;
    private static final int LONGEST_TEXT = 4000;

    MeasuresTaken toMeasures(List<String> named) {
        if (answer == null || answer == MeasuresTaken.Answer.SILENT) {
            throw new BadInput("answer", "platform.missing.answer");
        }
        String given = text("reason", reason, LONGEST_TEXT);
        if (answer == MeasuresTaken.Answer.REFUSED) {
            return new MeasuresTaken(answer, null, null, null, null, given, null);
        }
        Instant taken =
                takenAt == null ? null : takenAt.atZone(WorkingCalendar.ZONE).toInstant();
        List<String> left = AnswerPages.at(untouched, named);
        return new MeasuresTaken(
                answer, null, measure, taken, left.isEmpty() ? null : String.join("\n", left), given, forwardedOn);
    }

    Forwarding toForwarding() {
        return new Forwarding(required("forwardedOn", forwardedOn));
    }

    Declaration toDeclaration(LocalDate today, List<String> measured) {
        List<String> chosen = AnswerPages.at(covered, measured);
        if (chosen.isEmpty()) {
            throw new BadInput("covered", "platform.missing.covered");
        }
        return new Declaration(
                today,
                text("declarant", declarant, LONGEST_LINE),
                text("contact", contact, LONGEST_LINE),
                chosen.size() == measured.size() ? null : String.join("\n", chosen),
                text("statement", statement, LONGEST_TEXT),
                text("evidence", evidence, LONGEST_TEXT));
    }

    Delivery toDelivery() {
        LocalDate day = required("deliveredOn", deliveredOn);
        String how = text("delivery", delivery, LONGEST_LINE);
        if (how == null) {
            throw new BadInput("delivery", "platform.missing.delivery");
        }
        return new Delivery(day, how);
    }

    Reaction toReaction(LocalDate today) {
        if (reaction == null) {
            throw new BadInput("reaction", "platform.missing.reaction");
        }
        boolean accepts = reaction == Reaction.Kind.ACCEPTED;
        return new Reaction(
                reaction,
                today,
                accepts ? null : text("authority", authority, LONGEST_LINE),
                accepts ? null : text("fileNo", fileNo, LONGEST_FILE_NO),
                text("note", note, LONGEST_TEXT));
    }

    Restoration toRestoration() {
        return new Restoration(required("restoredOn", restoredOn), text("note", note, LONGEST_TEXT));
    }

    /** Whether a box was ticked when the form was sent before. */
    public boolean hasUntouched(int place) {
        return untouched != null && untouched.contains(place);
    }

    /** Whether a box is ticked: all of them before the form was sent. */
    public boolean hasCovered(int place) {
        return this == EMPTY || covered != null && covered.contains(place);
    }

    private static LocalDate required(String field, LocalDate day) {
        if (day == null) {
            throw new BadInput(field, "platform.missing." + field);
        }
        return day;
    }

    private static String text(String field, String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.length() > longest) {
            throw new BadInput(field, "platform.too-long", longest, given.length());
        }
        return given.isEmpty() ? null : given;
    }
}
