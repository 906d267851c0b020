package org.qingwang.engine.picture;

import java.util.Set;

/**
 * What a picture points out.
 *
 * @param current ids of the elements at which the process stands
 * @param passed ids of the elements it has passed
 * @param failed ids of the elements at which it is stuck
 */
public record Marks(Set<String> current, Set<String> passed, Set<String> failed) {

    /** Nothing: the plain model. */
    public static final Marks NONE = new Marks(Set.of(), Set.of(), Set.of());

    public Marks {
        current = Set.copyOf(current);
        passed = Set.copyOf(passed);
        failed = Set.copyOf(failed);
    }
}
