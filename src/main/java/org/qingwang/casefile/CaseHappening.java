package org.qingwang.casefile;

import java.time.Instant;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * Something that happened in a case, for whoever counts.
 *
 * @param eventId grows with every entry of any timeline
 * @param at when it was entered
 * @param messageKey what it was, as in the timeline
 * @param arguments what the sentence of the timeline was filled with
 * @param agency whose act it was: of whoever acted, else the lead at that moment, else who took the case in
 * @param goods as the complaint that opened the case gave them; null if unknown
 * @param platform likewise
 * @param right likewise
 */
public record CaseHappening(
        long eventId,
        String caseNo,
        Instant at,
        String messageKey,
        List<String> arguments,
        Jurisdiction agency,
        String goods,
        String platform,
        String right) {

    public CaseHappening {
        arguments = List.copyOf(arguments);
    }

    /** One case was joined to another, which goes on with its complaints. */
    public record Joined(String caseNo, String into, Instant at) {}
}
