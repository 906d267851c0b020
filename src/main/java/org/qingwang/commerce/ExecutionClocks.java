package org.qingwang.commerce;

import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseService;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about publications in other provinces and decisions that are undone. */
@Component
class ExecutionClocks implements ClockSubjects {

    private final CaseService cases;

    ExecutionClocks(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Subject> find(String number) {
        return ExecutionNumbers.isOne(number) ? Optional.of(new Subject(null, false)) : Optional.empty();
    }

    @Override
    public boolean maySee(Actor actor, String number) {
        return ExecutionNumbers.isOne(number) && cases.maySee(actor, ExecutionNumbers.caseOf(number));
    }

    @Override
    public Optional<String> pageOf(String number) {
        return ExecutionNumbers.isOne(number)
                ? Optional.of("/desk/cases/" + ExecutionNumbers.caseOf(number))
                : Optional.empty();
    }
}
