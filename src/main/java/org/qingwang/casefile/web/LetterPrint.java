package org.qingwang.casefile.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.qingwang.print.Letter;
import org.qingwang.print.Letter.Particular;
import org.qingwang.print.Sheet;

/** A letter on paper, to sign and seal. */
public final class LetterPrint {

    private LetterPrint() {}

    /**
     * @param number of the case or complaint it is about
     * @return the letter as PDF
     */
    public static byte[] of(Letter letter, String number, Instant at, CaseWords words, Locale language)
            throws IOException {
        try (Sheet sheet = new Sheet(letter.title() + " " + number, language)) {
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
            sheet.toSign(words.say("letter.seal"));
            sheet.toSign(words.say("letter.day"));
            return sheet.finished(
                    words.say("letter.footer", number, words.time(at)),
                    codes -> words.say("shell.print.lacking", codes));
        }
    }
}
