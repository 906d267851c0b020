package org.qingwang.casefile;

import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about cases. */
@Component
class CaseClocks implements ClockSubjects {

    private static final String PREFIX = "AJ-";

    private final Cases cases;
    private final CaseService service;

    CaseClocks(Cases cases, CaseService service) {
        this.cases = cases;
        this.service = service;
    }

    @Override
    public boolean maySee(Actor actor, String number) {
        return isCase(number) && service.maySee(actor, number);
    }

    @Override
    public Optional<Subject> find(String number) {
        return isCase(number) ? cases.clockSubject(number) : Optional.empty();
    }

    @Override
    public Optional<String> pageOf(String number) {
        return isCase(number) ? Optional.of("/desk/cases/" + number) : Optional.empty();
    }

    private static boolean isCase(String number) {
        return number.startsWith(PREFIX);
    }
}
