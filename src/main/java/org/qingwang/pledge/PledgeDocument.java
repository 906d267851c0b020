package org.qingwang.pledge;

import java.util.List;
import java.util.Locale;
import org.qingwang.common.Sha256;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes out what a firm signs: one text, shown as it is, of which the digest is taken. */
@Component
class PledgeDocument {

    private final MessageSource messages;

    PledgeDocument(MessageSource messages) {
        this.messages = messages;
    }

    /** The whole text, word for word as it is shown before somebody signs. */
    String of(Pledge pledge, Firm firm, PledgeText text, List<Answer> answers, Locale language) {
        StringBuilder document = new StringBuilder();
        line(document, text.title().in(language));
        line(document, say("pledge.document.number", language, pledge.pledgeNo(), text.reference()));
        line(
                document,
                say("pledge.document.firm", language, firm.name(), firm.code().value()));
        if (pledge.parent() != null) {
            line(document, say("pledge.document.parent", language, pledge.parent()));
            line(document, say("pledge.document.parent." + (text.endsWithPlatform() ? "ends" : "stands"), language));
        }
        line(document, say("pledge.document.term", language, text.signedFor(), text.period()));
        for (Commitment one : text.commitments()) {
            document.append('\n');
            line(document, one.number() + ". " + one.heading().in(language));
            line(document, one.text().in(language));
            if (one.basis() != null) {
                line(document, one.basis().in(language));
            }
            line(document, measure(one.measure(), language));
            line(document, answer(one.number(), answers, language));
        }
        return document.toString();
    }

    /** How a commitment is measured, in a sentence. */
    String measure(Measure measure, Locale language) {
        String bound = say(
                measure.boundKey(),
                language,
                measure.bound().toPlainString(),
                measure.unit().in(language));
        return say(
                "pledge.document.measure",
                language,
                say(measure.kind().messageKey(), language),
                measure.what().in(language),
                bound);
    }

    private String answer(int number, List<Answer> answers, Locale language) {
        Answer given = answers.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        return given.accepted()
                ? say("pledge.document.accepted", language)
                : say("pledge.document.declined", language, given.reason());
    }

    static String digest(String document) {
        return Sha256.hex(document);
    }

    private String say(String key, Locale language, Object... words) {
        return messages.getMessage(key, words, language);
    }

    private static void line(StringBuilder document, String line) {
        document.append(line).append('\n');
    }
}
