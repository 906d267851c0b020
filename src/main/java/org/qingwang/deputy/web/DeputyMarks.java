package org.qingwang.deputy.web;

import java.util.Optional;
import org.qingwang.deputy.DeputyService;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says of a task whose it is while a deputy has it. Pages reach it as {@code @deputies}. */
@Component("deputies")
public class DeputyMarks {

    private final DeputyService deputies;
    private final ReaderForm reader;
    private final MessageSource messages;

    DeputyMarks(DeputyService deputies, ReaderForm reader, MessageSource messages) {
        this.deputies = deputies;
        this.reader = reader;
        this.messages = messages;
    }

    /**
     * @param owner user id of whose task it was; null if it was not handed over
     * @param assignee user id of who has it now; null for nobody
     * @return for example {@code for Wang Fang, away until 3 Dec 2026}; null if nobody stands in
     */
    public String mark(String owner, String assignee) {
        return Optional.ofNullable(owner)
                .filter(absent -> assignee != null)
                .flatMap(absent -> deputies.current(absent, assignee))
                .map(known -> messages.getMessage(
                        "deputy.mark",
                        new Object[] {known.absentName(), reader.day(known.lastDay())},
                        LocaleContextHolder.getLocale()))
                .orElse(null);
    }
}
