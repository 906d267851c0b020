package org.qingwang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.rehearsal.Outcome.ClockLine;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a rehearsal promises what would not come true, or reaches into real cases. */
@QingwangTest
class RehearsalTest {

    private static final Actor OFFICE = new Actor("office", "Qin Lan", null, java.util.Set.of(Actor.OFFICE_GROUP));

    private static final String COMMERCE = "commerce-330000";

    @Autowired
    RehearsalService rehearsals;

    @Autowired
    RehearsalWorker worker;

    @Autowired
    StageDatabase database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /**
     * By hand. Monday to Friday of the week from 2 March 2026, each morning 3 complaints, each of which is refused in the
     * screening that takes an officer 7 hours: a whole working day. That is 15 days of work. The period for the decision
     * on acceptance is 7 working days, of which the day of receipt does not count.
     *
     * <pre>
     *   received      end of the period
     *   Mon 2 March   Wed 11 March      (3 4 5 6 9 10 11)
     *   Tue 3         Thu 12
     *   Wed 4         Fri 13
     *   Thu 5         Mon 16
     *   Fri 6         Tue 17
     * </pre>
     *
     * <p>One officer, who takes what is due first, does one a day from 2 March: the 3 of Monday on 2, 3 and 4 March; of
     * Tuesday on 5, 6 and 9; of Wednesday on 10, 11 and 12; of Thursday on 13, 16 and, a day late, 17; of Friday on 18, 19
     * and 20, all late, the last by 3 days. So 4 are missed, the first of them in the week from 16 March.
     *
     * <p>Two officers do two a day: the last three are done on 10, 10 and 11 March, before 17 March. So 2 prevent it, and
     * 2 are the smallest number, because 1 does not.
     */
    @Test
    void answerIsWhatOneCountsByHand() throws Exception {
        RehearsalPlan plan = refusals(1, 7);

        Rehearsal done = rehearsed(plan);

        Answer answer = done.answer().orElseThrow();
        assertThat(answer.outcome().stuck()).isEmpty();
        assertThat(answer.outcome().complaints()).isEqualTo(15);
        assertThat(answer.outcome().clocks())
                .containsExactly(new ClockLine(
                        COMMERCE, "complaint.acceptance", 15, 11, 4, 0, 0, LocalDate.parse("2026-03-16"), 3));
        assertThat(answer.needs()).containsExactly(new Answer.Need(COMMERCE, 1, 2, 1, null));
        assertThat(answer.runs()).as("with one, and with two").isEqualTo(2);
    }

    /** Every complaint of one story, whose only step takes a day of so many hours. */
    private static RehearsalPlan refusals(int officers, int hours) {
        return new RehearsalPlan(
                null,
                LocalDate.parse("2026-03-02"),
                1,
                3,
                hours,
                7,
                true,
                List.of(new Place(COMMERCE, List.of(15), officers, 1, 1)),
                Map.of("refuse", new Span(60 * hours, 60 * hours)),
                Map.of("penalty", 0, "reviewed-twice", 0, "dismissed", 0, "not-filed", 0, "refused", 1));
    }

    private Rehearsal rehearsed(RehearsalPlan plan) throws InterruptedException {
        String number = as(OFFICE, () -> rehearsals.ask(plan, UUID.randomUUID()));
        assertThat(worker.step()).isTrue();
        Rehearsal done = as(OFFICE, () -> rehearsals.get(number));
        assertThat(done.stage()).as(done.problem()).isEqualTo(Rehearsal.Stage.DONE);
        return done;
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        java.util.concurrent.atomic.AtomicReference<T> result = new java.util.concurrent.atomic.AtomicReference<>();
        Actors.as(actor, () -> result.set(work.get()));
        return result.get();
    }
}
