package org.qingwang.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingwang.casefile.CaseCard;
import org.qingwang.casefile.CaseQueries;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Tasklist shows on the cards of tasks beside the case's number. Asked for by the page, so that a case needs no
 * process variables for it, which would cost each case rows and show its seller to whoever sees a variable.
 */
@RestController
class CaseCards {

    /** More than a page of tasks. */
    private static final int MOST = 60;

    private final CaseQueries cases;
    private final CaseVocabulary vocabulary;
    private final MessageSource messages;

    CaseCards(CaseQueries cases, CaseVocabulary vocabulary, MessageSource messages) {
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    /** @return by case number seller, platform and value in the reader's form; whatever the reader may not see is left out */
    @GetMapping("/desk/cards")
    Map<String, List<String>> cards(@RequestParam(defaultValue = "") List<String> number) {
        CaseWords words = vocabulary.forReader();
        return cases.cards(number.stream().limit(MOST).toList()).stream()
                .collect(Collectors.toMap(CaseCard::caseNo, card -> lines(card, words)));
    }

    private List<String> lines(CaseCard card, CaseWords words) {
        List<String> lines = new ArrayList<>();
        if (card.supervised()) {
            lines.add(messages.getMessage("supervision.mark", null, LocaleContextHolder.getLocale()));
        }
        if (card.sellerName() != null) {
            lines.add(card.sellerName());
        }
        if (card.platform() != null) {
            lines.add(card.platform());
        }
        if (card.value() != null) {
            lines.add(words.money(card.value()));
        }
        return lines;
    }
}
