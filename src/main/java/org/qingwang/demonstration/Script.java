package org.qingwang.demonstration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is played, read from {@code demonstration/stories.yaml}.
 *
 * @param steps by name
 * @param stories names of steps, each followed by the working days since the one before
 * @param papers how many complaints go which way
 * @param firms those that are asked for a pledge
 */
record Script(Map<String, Step> steps, Map<String, List<String>> stories, List<Papers> papers, List<FirmPart> firms) {

    /** What a step is about. */
    enum On {
        COMPLAINT,
        CASE
    }

    /** What is done on a page rather than in a task. */
    enum Act {
        WITHDRAW,
        NOTICE,
        REFER,
        SUPERVISE,
        ASSIST,
        MEASURE,
        SUSPEND
    }

    /**
     * One thing somebody does.
     *
     * @param task key of the task; null for an act
     * @param by account of who does it; null for whoever's turn it is
     * @param like name of a step it is like; what is said here goes first
     */
    record Step(On about, String task, Act act, String by, String like, Map<String, Object> form) {

        Step over(Step other) {
            Map<String, Object> both = new HashMap<>(other.form());
            both.putAll(form == null ? Map.of() : form);
            return new Step(other.about(), task == null ? other.task() : task, other.act(), by, null, both);
        }
    }

    /**
     * Complaints that go the same way.
     *
     * @param from the campaign's day on which the first of them comes, 0 for its first
     * @param until name of the step before which they stand; null if they go to the end
     * @param intake agency that receives them; null for market regulation
     * @param joins story of the cases they join; null if they are new
     */
    record Papers(String story, int count, int from, int to, String until, String intake, String joins) {

        /** The campaign's day on which one of them comes. */
        int dayOf(int number) {
            return count == 1 ? from : from + (to - from) * number / (count - 1);
        }
    }

    /** Where a firm's pledge ends up. */
    enum Fate {
        KEPT,
        WARNED,
        WITHDRAWN,
        CORRECTED,
        LAPSED,
        DECLINED,
        RETURN_DUE,
        CHECK_OPEN,
        CORRECTION_AWAITED,
        INVITED,
        SIGNED,
        IN_FORCE
    }

    /** A firm that exists nowhere; its code has a fitting check digit. */
    record FirmPart(String code, String name, String region, Fate fate) {}

    Step step(String name) {
        Step step = steps.get(name);
        if (step == null) {
            throw new IllegalStateException("no step " + name);
        }
        return step.like() == null ? step : step.over(step(step.like()));
    }

    /** Some of the stories, each played to its end once. */
    Script once(Set<String> names) {
        Map<String, Papers> some = new LinkedHashMap<>();
        papers.stream()
                .filter(one -> names.contains(one.story()) && one.until() == null)
                .forEach(one -> some.putIfAbsent(
                        one.story(),
                        new Papers(one.story(), 1, one.from(), one.to(), null, one.intake(), one.joins())));
        return new Script(steps, stories, List.copyOf(some.values()), firms);
    }
}
