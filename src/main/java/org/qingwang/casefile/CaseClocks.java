package org.qingwang.casefile;

import java.util.Optional;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about cases. */
@Component
class CaseClocks implements ClockSubjects {

    private static final String PREFIX = "AJ-";

    private final Cases cases;

    CaseClocks(Cases cases) {
        this.cases = cases;
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
