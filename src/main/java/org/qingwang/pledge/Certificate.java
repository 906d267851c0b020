package org.qingwang.pledge;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.WrittenDay;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.PublicAddress;
import org.qingwang.print.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A pledge in force on paper, with the code by which anybody can verify it. */
@Component
public class Certificate {

    private final MessageSource messages;
    private final PledgeDocument document;
    private final PublicAddress address;

    Certificate(MessageSource messages, PledgeDocument document, PublicAddress address) {
        this.messages = messages;
        this.document = document;
        this.address = address;
    }

    /**
     * @return the certificate as PDF
     * @throws NotAllowed if the pledge was never in force
     */
    public byte[] of(PledgeService.Sheet sheet, Locale language) throws IOException {
        Pledge pledge = sheet.pledge();
        if (!pledge.isPublic()) {
            throw new NotAllowed("certificate of " + pledge.pledgeNo());
        }
        String title = sheet.text().title().in(language);
        try (Sheet paper = new Sheet(title + " " + pledge.pledgeNo(), language)) {
            paper.title(title);
            paper.paragraph(
                    say("pledge.certificate.statement", language, sheet.firm().name(), pledge.pledgeNo()));
            paper.fact(say("pledge.firm.name", language), sheet.firm().name());
            paper.fact(
                    say("pledge.firm.codeLabel", language), sheet.firm().code().value());
            paper.fact(say("pledge.text", language), pledge.textRef());
            if (pledge.parent() != null) {
                paper.fact(say("pledge.parent", language), pledge.parent());
            }
            paper.fact(
                    say("pledge.signed-by", language),
                    pledge.signature().name() + ", " + pledge.signature().role());
            paper.fact(
                    say("pledge.signed-on", language),
                    WrittenDay.of(WorkingCalendar.dateOf(pledge.signature().at()), language));
            paper.fact(
                    say("pledge.countersigned-on", language),
                    WrittenDay.of(WorkingCalendar.dateOf(pledge.countersignedAt()), language));
            paper.fact(
                    say("pledge.in-force", language),
                    WrittenDay.of(pledge.inForceFrom(), language) + " – "
                            + WrittenDay.of(pledge.inForceUntil(), language));
            paper.fact(say("pledge.digest", language), pledge.signature().digest());
            paper.heading(say("pledge.commitments", language));
            paper.table(
                    List.of(
                            Sheet.Column.figures(say("pledge.number", language), 1),
                            Sheet.Column.text(say("pledge.commitment", language), 7),
                            Sheet.Column.text(say("pledge.measured", language), 5),
                            Sheet.Column.text(say("pledge.answer", language), 3)),
                    sheet.text().commitments().stream()
                            .map(one -> row(sheet, one, language))
                            .toList());
            paper.heading(say("pledge.certificate.verify", language));
            paper.fact(say("pledge.code", language), pledge.code());
            paper.fact(say("pledge.certificate.at", language), address.of("/pledges/verify"));
            paper.note(say("pledge.certificate.note", language));
            return paper.finished(
                    pledge.pledgeNo() + "  " + pledge.code(), lack -> say("pledge.certificate.lack", language, lack));
        }
    }

    private List<String> row(PledgeService.Sheet sheet, Commitment one, Locale language) {
        Answer answer = sheet.answerTo(one.number());
        return List.of(
                Integer.toString(one.number()),
                one.heading().in(language) + "\n" + one.text().in(language),
                document.measure(one.measure(), language),
                answer.accepted()
                        ? say("pledge.document.accepted", language)
                        : say("pledge.document.declined", language, answer.reason()));
    }

    private String say(String key, Locale language, Object... words) {
        return messages.getMessage(key, words, language);
    }
}
