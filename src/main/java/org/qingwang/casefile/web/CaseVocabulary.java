package org.qingwang.casefile.web;

import java.time.Clock;
import org.qingwang.agency.PlaceNames;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gives each request the words for its reader. */
@Component
public class CaseVocabulary {

    private final PlaceNames places;
    private final MessageSource messages;
    private final ReaderForm reader;
    private final Clock clock;

    CaseVocabulary(PlaceNames places, MessageSource messages, ReaderForm reader, Clock clock) {
        this.places = places;
        this.messages = messages;
        this.reader = reader;
        this.clock = clock;
    }

    /** @return words in the language of the request's reader, as of now */
    public CaseWords forReader() {
        return new CaseWords(LocaleContextHolder.getLocale(), messages, places, reader, clock);
    }
}
