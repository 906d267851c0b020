package org.qingwang.complaint;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.qingwang.common.WrittenDay;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words what complainants are told, in English and Chinese, puts it where they can read it, and sends it by mail. */
@Component
class NoticeWriter {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Notices notices;
    private final NoticeMail mail;
    private final MessageSource messages;
    private final Clock clock;

    NoticeWriter(Notices notices, NoticeMail mail, MessageSource messages, Clock clock) {
        this.notices = notices;
        this.mail = mail;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tells each of these complainants that the complaint has arrived. */
    void received(List<Receipt> receipts) {
        add(receipts.stream()
                .map(receipt -> notice(
                        receipt.receiptNo(), Notice.Event.RECEIVED, "", language -> new Object[] {receipt.receiptNo()}))
                .toList());
    }

    /**
     * Tells one complainant of an event, once.
     *
     * @param about what tells it apart from other notices of the same event
     * @param arguments what the sentence's placeholders stand for, in the language asked; days are put into
     *     the form of its readers
     */
    void tell(String receiptNo, Notice.Event event, String about, Function<Locale, Object[]> arguments) {
        add(List.of(notice(receiptNo, event, about, arguments)));
    }

    /** Tells several complainants of the same event with one statement, each once. */
    void tell(List<String> receiptNos, Notice.Event event, String about, Object... arguments) {
        add(receiptNos.stream()
                .map(receiptNo -> notice(receiptNo, event, about, language -> arguments))
                .toList());
    }

    /** A text of the message files. */
    String message(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private void add(List<Notice> told) {
        mail.send(notices.add(told));
    }

    private Notice notice(String receiptNo, Notice.Event event, String about, Function<Locale, Object[]> arguments) {
        String key = "complaint.notice." + event.name();
        return new Notice(
                receiptNo,
                event,
                about,
                clock.instant(),
                message(key, ENGLISH, readable(arguments, ENGLISH)),
                message(key, CHINESE, readable(arguments, CHINESE)));
    }

    private static Object[] readable(Function<Locale, Object[]> arguments, Locale language) {
        return Arrays.stream(arguments.apply(language))
                .map(argument -> WrittenDay.inSentence(argument, language))
                .toArray();
    }
}
