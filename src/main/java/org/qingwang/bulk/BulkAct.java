package org.qingwang.bulk;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One act of one person upon many things, each done by itself.
 *
 * @param id chosen by the page the act was ordered on, so that the same order sent again is the same act
 * @param kind what is done to each; the key of a {@link BulkWork}
 * @param facts what is the same for all of them, as the work of the kind reads it
 * @param reason why; null where none is asked for
 * @param orderedBy user id of the person
 * @param orderedName how the person is shown
 * @param total how many things
 * @param done how many of them are done
 * @param failed how many of them could not be done
 * @param finishedAt null as long as some wait
 */
public record BulkAct(
        UUID id,
        String kind,
        Map<String, Object> facts,
        String reason,
        String orderedBy,
        String orderedName,
        Instant orderedAt,
        int total,
        int done,
        int failed,
        Instant finishedAt) {

    public BulkAct {
        facts = Map.copyOf(facts);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** How much of it is over, done or not, in percent. */
    public int percent() {
        return total == 0 ? 100 : (done + failed) * 100 / total;
    }

    /** @return the fact as text, or null */
    public String fact(String name) {
        Object fact = facts.get(name);
        return fact == null ? null : fact.toString();
    }
}
