package org.qingwang.casefile;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a case's timeline. Kept for good, as a message key with arguments so that everybody reads it in the own
 * language.
 *
 * @param jurisdiction for whom the actor acted; null for the product and the campaign office
 * @param messageKey key of the sentence in the message files
 * @param arguments what the sentence's placeholders stand for
 * @param decision whether somebody decided something, in contrast to something that happened
 * @param reason the reason given; null if none
 * @param legalBasis law and article; null if none
 */
public record CaseEvent(
        Instant at,
        String actorName,
        String jurisdiction,
        String messageKey,
        List<String> arguments,
        boolean decision,
        String reason,
        String legalBasis) {

    public CaseEvent {
        arguments = List.copyOf(arguments);
    }
}
