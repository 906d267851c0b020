package org.qingwang.casefile.web;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Region;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gives each request the words for its reader. */
@Component
class CaseVocabulary {

    private final AgencyService agencies;
    private final MessageSource messages;
    private final Clock clock;

    CaseVocabulary(AgencyService agencies, MessageSource messages, Clock clock) {
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
    }

    CaseWords forReader() {
        Map<String, Region> regions =
                agencies.regions().stream().collect(Collectors.toMap(Region::code, Function.identity()));
        return new CaseWords(LocaleContextHolder.getLocale(), messages, regions, clock);
    }
}
