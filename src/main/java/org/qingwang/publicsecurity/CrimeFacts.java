package org.qingwang.publicsecurity;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of a suspected crime.
 *
 * @param marks how many different registered marks are infringed
 * @param punishedOn the day of the last criminal or administrative penalty for the same; null if none
 * @param acts all acts known, punished ones too
 * @param shoddy whether the goods are also fake or shoddy products
 * @param suspicion why a crime is reasonably suspected though only the police's means can establish the amount; null
 *     if not
 */
public record CrimeFacts(
        Offence offence, int marks, LocalDate punishedOn, List<Act> acts, boolean shoddy, String suspicion) {

    public CrimeFacts {
        acts = List.copyOf(acts);
    }

    /** @return acts that no decision has punished yet: these accumulate */
    public List<Act> unpunished() {
        return acts.stream().filter(act -> !act.isPunished()).toList();
    }

    /** @return the last day of the conduct that is still to be judged */
    public LocalDate conductEnd() {
        return unpunished().stream().map(Act::to).max(LocalDate::compareTo).orElseThrow();
    }

    boolean isSuspected() {
        return suspicion != null && !suspicion.isBlank();
    }
}
