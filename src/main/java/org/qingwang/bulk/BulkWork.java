package org.qingwang.bulk;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Does to one thing what an act of one kind does to many. A Spring bean; found by its kinds. */
public interface BulkWork {

    /** Whether this does acts of the kind. */
    boolean does(String kind);

    /**
     * Does it, in the transaction and as the person who ordered it, with the rights of this moment. What has been done
     * already, by whomever, counts as done.
     *
     * @throws org.qingwang.common.BadInput with the sentence that says why it cannot be done
     * @throws org.qingwang.common.NotAllowed if the person may not
     */
    void doTo(BulkAct act, BulkItem item);

    /** @return what is the same for all things of the act, as a sentence for a reader; empty if its kind says it all */
    default Optional<String> about(BulkAct act, Locale language) {
        return Optional.empty();
    }

    /**
     * @param targets of items, as they are kept
     * @return names of them for a reader; what has none is left out and shown as it is kept
     */
    default Map<String, String> namesOf(BulkAct act, Collection<String> targets, Locale language) {
        return Map.of();
    }
}
