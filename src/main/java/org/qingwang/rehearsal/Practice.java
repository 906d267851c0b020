package org.qingwang.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Agency;
import org.qingwang.common.Bilingual;
import org.qingwang.common.StrictYaml;
import org.springframework.core.io.ClassPathResource;

/**
 * How cases are worked, as it is assumed: {@code rehearsal/practice.yaml}.
 *
 * @param steps what people do, by name
 * @param stories how cases go
 */
public record Practice(Map<String, Step> steps, Map<String, Story> stories) {

    private static final Practice BROUGHT_ALONG = read();

    /**
     * One thing somebody does.
     *
     * @param task key of the task in its model
     * @param minutes how long an officer is at it
     * @param outsideDays calendar days until somebody outside has answered and the officer can do it; null for none
     * @param form what is filled in
     */
    public record Step(
            Bilingual name, String task, Span minutes, Span outsideDays, String like, Map<String, Object> form) {}

    /**
     * A way in which cases go from the complaint to their end.
     *
     * @param kind the agency that receives and works them
     * @param share of this agency's complaints, in proportion to its other stories
     * @param steps in their order
     */
    public record Story(Bilingual name, Agency kind, int share, List<String> steps) {}

    /** The assumptions brought along. */
    public static Practice broughtAlong() {
        return BROUGHT_ALONG;
    }

    /** @return the step with what it takes over from another */
    public Step step(String name) {
        Step step = steps.get(name);
        if (step == null) {
            throw new IllegalStateException("no step " + name);
        }
        if (step.like() == null) {
            return step;
        }
        Step other = step(step.like());
        Map<String, Object> form = new LinkedHashMap<>(other.form());
        form.putAll(step.form() == null ? Map.of() : step.form());
        return new Step(
                step.name(),
                step.task() == null ? other.task() : step.task(),
                step.minutes() == null ? other.minutes() : step.minutes(),
                step.outsideDays() == null ? other.outsideDays() : step.outsideDays(),
                null,
                form);
    }

    private static Practice read() {
        try {
            Practice practice =
                    StrictYaml.read(new ClassPathResource("rehearsal/practice.yaml"), Practice.class, "practice");
            practice.stories().values().forEach(story -> story.steps().forEach(practice::step));
            return practice;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
