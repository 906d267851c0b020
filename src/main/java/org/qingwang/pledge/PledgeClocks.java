package org.qingwang.pledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about pledges; their number says whose they are. */
@Component
class PledgeClocks implements ClockSubjects {

    private static final Pattern NUMBER = Pattern.compile("CNS-(\\d{6})-\\d{4}-\\d{6}");

    @Override
    public Optional<Subject> find(String number) {
        return jurisdiction(number).map(jurisdiction -> new Subject(jurisdiction.id(), false));
    }

    @Override
    public boolean maySee(Actor actor, String number) {
        return jurisdiction(number)
                .filter(jurisdiction -> FirmService.maySee(actor, jurisdiction))
                .isPresent();
    }

    @Override
    public Optional<String> pageOf(String number) {
        return jurisdiction(number).map(jurisdiction -> "/desk/pledges/" + number);
    }

    private static Optional<Jurisdiction> jurisdiction(String number) {
        Matcher pledge = NUMBER.matcher(number);
        return pledge.matches() ? Optional.of(new Jurisdiction(Agency.COMMERCE, pledge.group(1))) : Optional.empty();
    }
}
