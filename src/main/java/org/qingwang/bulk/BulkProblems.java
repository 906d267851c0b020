package org.qingwang.bulk;

import java.util.Arrays;
import java.util.Locale;
import org.qingwang.common.BadInput;
import org.qingwang.common.Bilingual;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.WrittenDay;
import org.qingwang.engine.form.Label;
import org.qingwang.engine.rights.NotYourTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in both languages why something could not be done: who reads it later may read the other one. */
@Component
class BulkProblems {

    private static final Logger LOG = LoggerFactory.getLogger(BulkProblems.class);

    private final MessageSource messages;

    BulkProblems(MessageSource messages) {
        this.messages = messages;
    }

    Bilingual of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadInput refused) {
                return say(refused.messageKey(), refused.arguments());
            }
            if (cause instanceof NotYourTask task) {
                return say(task.messageKey());
            }
            if (cause instanceof NotAllowed) {
                return say("bulk.not-allowed");
            }
        }
        LOG.warn("one of many could not be done", failure);
        return say("bulk.unexpected");
    }

    private Bilingual say(String key, Object... arguments) {
        return new Bilingual(in(Locale.ENGLISH, key, arguments), in(Locale.CHINESE, key, arguments));
    }

    private String in(Locale language, String key, Object... arguments) {
        Object[] readable = Arrays.stream(arguments)
                .map(argument -> argument instanceof Label label
                        ? label.in(language)
                        : WrittenDay.inSentence(argument, language))
                .toArray();
        return messages.getMessage(key, readable, language);
    }
}
