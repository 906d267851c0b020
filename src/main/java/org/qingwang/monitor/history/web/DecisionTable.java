package org.qingwang.monitor.history.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.monitor.history.TakenDecision;
import org.qingwang.monitor.history.TakenDecision.Clause;
import org.qingwang.monitor.web.Cell;
import org.qingwang.monitor.web.Table;
import org.springframework.context.i18n.LocaleContextHolder;

/** Words what decision tables answered, with the rule that fired. */
final class DecisionTable {

    private static final String LEGAL_BASIS = "legalBasis";

    /** Columns that hold the words of a rule. */
    private static final Set<String> WORDS_OF_RULE = Set.of("reasonEn", "reasonZh", "ruleEn", "ruleZh", LEGAL_BASIS);

    private DecisionTable() {}

    static Table of(List<TakenDecision> decisions, HistoryWords words) {
        return new Table(
                "decisions",
                words.say("history.decisions"),
                words.sayAll(
                        "history.decision",
                        "history.number",
                        "history.when",
                        "history.decision.facts",
                        "history.decision.rule",
                        "history.decision.answer"),
                decisions.stream().map(decision -> row(decision, words)).toList(),
                words.say("history.decisions.none"));
    }

    private static List<Cell> row(TakenDecision decision, HistoryWords words) {
        String hidden = words.say("history.not-shown");
        return List.of(
                Cell.words(words.own(decision.name())),
                Cell.words(words.number(decision.number()), RunPage.addressOf(decision.run())),
                Cell.words(words.time(decision.at())),
                Cell.words(decision.withValues() ? clauses(decision.facts().stream(), words) : hidden),
                Cell.words(rule(decision, words)),
                Cell.words(decision.withValues() ? clauses(answers(decision), words) : hidden));
    }

    private static Stream<Clause> answers(TakenDecision decision) {
        return decision.answers().stream().filter(clause -> !WORDS_OF_RULE.contains(clause.variable()));
    }

    private static String clauses(Stream<Clause> clauses, HistoryWords words) {
        return clauses.map(clause -> clause(words.own(clause.label()), words.fact(clause.value()), words))
                .collect(Collectors.joining("\n"));
    }

    private static String clause(String label, String value, HistoryWords words) {
        return words.say(label.endsWith("?") ? "history.answered" : "history.value", label, value);
    }

    /** Its id and what it says, with the article it rests on. */
    private static String rule(TakenDecision decision, HistoryWords words) {
        String language = LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "Zh" : "En";
        String basis = decision.answer(LEGAL_BASIS);
        Stream<String> says = Stream.of(
                decision.answer("reason" + language),
                decision.answer("rule" + language),
                basis == null ? null : words.own(basis));
        return Stream.concat(decision.rules().stream(), says.filter(Objects::nonNull))
                .collect(Collectors.joining("\n"));
    }
}
