package org.qingwang.briefing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about briefings and returns; a number says whose it is. */
@Component
class BriefingClocks implements ClockSubjects {

    private static final Pattern NUMBER = Pattern.compile("(JB-\\d{4}-\\d{4,})(?:-([a-z]+-\\d{6}))?");

    @Override
    public Optional<Subject> find(String number) {
        return matched(number).map(found -> new Subject(found.group(2), found.group(2) == null));
    }

    @Override
    public boolean maySee(Actor actor, String number) {
        return matched(number)
                .filter(found -> actor.seesEverything()
                        || found.group(2) != null && actor.worksFor(Jurisdiction.parse(found.group(2))))
                .isPresent();
    }

    @Override
    public Optional<String> pageOf(String number) {
        return matched(number)
                .map(found -> found.group(2) == null ? "/desk/briefings/" + number : "/desk/returns/" + number);
    }

    private static Optional<Matcher> matched(String number) {
        Matcher found = NUMBER.matcher(number);
        return found.matches() ? Optional.of(found) : Optional.empty();
    }
}
