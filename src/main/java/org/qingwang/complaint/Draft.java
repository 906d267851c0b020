package org.qingwang.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.common.BadInput;

/**
 * A complaint somebody is writing on the public page.
 *
 * @param content what was filled in, by the form's fields, as it came; empty once it is filed
 * @param refused why files sent last were not taken
 * @param saved whether its writer asked to keep it
 * @param changedAt when it was sent last; of a filed one, when it was filed
 * @param expiresAt when it is removed
 * @param receiptNo number of the complaint it became
 */
public record Draft(
        Map<String, List<String>> content,
        List<BadInput> refused,
        boolean saved,
        Instant changedAt,
        Instant expiresAt,
        Optional<String> receiptNo) {

    public Draft {
        content = Map.copyOf(content);
        refused = List.copyOf(refused);
    }
}
