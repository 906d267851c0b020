package org.qingwang.customs.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.customs.web.LetterText.Particular;
import org.qingwang.print.Sheet;

/** A letter to a holder on paper, to sign and seal. */
final class LetterPrint {

    private LetterPrint() {}

    static byte[] of(LetterText letter, String caseNo, Instant at, CaseWords words, Locale language)
            throws IOException {
        try (Sheet sheet = new Sheet(letter.title() + " " + caseNo, language)) {
            sheet.title(letter.title());
            sheet.paragraph(letter.addressee());
            for (String paragraph : letter.paragraphs()) {
                sheet.paragraph(paragraph);
            }
            sheet.heading(letter.particularsTitle());
            for (Particular one : letter.particulars()) {
                sheet.fact(one.label(), one.value());
            }
            for (String note : letter.notes()) {
                sheet.note(note);
            }
            sheet.toSign(words.say("customs.letter.seal"));
            sheet.toSign(words.say("customs.letter.day"));
            return sheet.finished(
                    words.say("customs.letter.footer", caseNo, words.time(at)),
                    codes -> words.say("shell.print.lacking", codes));
        }
    }
}
