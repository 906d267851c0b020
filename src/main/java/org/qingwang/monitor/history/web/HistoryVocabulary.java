package org.qingwang.monitor.history.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qingwang.agency.AgencyService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.engine.picture.StepNames;
import org.qingwang.law.ClockSubjects;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives each request the words for its reader. */
@Component
class HistoryVocabulary {

    private final CaseVocabulary vocabulary;
    private final AgencyService agencies;
    private final StepNames steps;
    private final List<ClockSubjects> numbers;
    private final ReaderForm reader;
    private final MessageSource messages;

    HistoryVocabulary(
            CaseVocabulary vocabulary,
            AgencyService agencies,
            StepNames steps,
            List<ClockSubjects> numbers,
            ReaderForm reader,
            MessageSource messages) {
        this.vocabulary = vocabulary;
        this.agencies = agencies;
        this.steps = steps;
        this.numbers = numbers;
        this.reader = reader;
        this.messages = messages;
    }

    /** @param people user ids of everybody who will be named, null among them for nobody */
    HistoryWords naming(Stream<String> people) {
        Collection<String> ids = people.filter(Objects::nonNull).distinct().toList();
        return new HistoryWords(vocabulary.forReader(), agencies.namesOf(ids), steps, numbers, reader, messages);
    }
}
