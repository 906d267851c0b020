package org.qingwang.monitor.history;

import java.time.Instant;
import java.util.List;

/**
 * What a decision table answered once.
 *
 * @param name of the table, in both languages
 * @param definition id of the version of the model it was asked in; null outside any process
 * @param activity id of the step that asked
 * @param run id of the process that asked
 * @param number by which people know what it belongs to; null if it has none
 * @param jurisdiction id of the agency that worked the process; null for none
 * @param facts what it was asked about; empty where the reader may not know
 * @param answers what it answered, with the words of the rule; empty where the reader may not know
 * @param rules ids of those that fired
 * @param withValues whether the reader is told facts and answers
 */
public record TakenDecision(
        String id,
        Instant at,
        String name,
        String definition,
        String activity,
        String run,
        String number,
        String jurisdiction,
        List<Clause> facts,
        List<Clause> answers,
        List<String> rules,
        boolean withValues) {

    public TakenDecision {
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        rules = List.copyOf(rules);
    }

    /**
     * A column of the table, with what stood in it.
     *
     * @param id of the column
     * @param label as the table has it
     * @param variable name of an answer; null for a fact
     * @param value text, number or truth; null for none
     */
    public record Clause(String id, String label, String variable, Object value) {}

    /** @return the answer of this name as text; null if there is none */
    public String answer(String variable) {
        return answers.stream()
                .filter(clause -> variable.equals(clause.variable()) && clause.value() != null)
                .map(clause -> clause.value().toString())
                .findFirst()
                .orElse(null);
    }

    TakenDecision with(List<Clause> asked, List<Clause> answered, List<String> fired, boolean valuesAsWell) {
        return new TakenDecision(
                id,
                at,
                name,
                definition,
                activity,
                run,
                number,
                jurisdiction,
                valuesAsWell ? asked : List.of(),
                valuesAsWell ? answered : List.of(),
                fired,
                valuesAsWell);
    }
}
