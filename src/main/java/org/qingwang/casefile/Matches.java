package org.qingwang.casefile;

import java.util.List;
import java.util.Optional;

/**
 * Open cases that may be about the same matter.
 *
 * @param exact number of the open case with the same seller, listing and mark
 * @param likely other open cases, the likeliest first; for a person to decide
 */
public record Matches(Optional<String> exact, List<LikelyMatch> likely) {

    public Matches {
        likely = List.copyOf(likely);
    }
}
