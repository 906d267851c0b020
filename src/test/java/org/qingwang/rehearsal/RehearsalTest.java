package org.qingwang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a rehearsal promises what would not come true, or reaches into real cases. */
@QingwangTest
class RehearsalTest {

    @Autowired
    RehearsalService rehearsals;

    @Autowired
    RehearsalWorker worker;

    @Autowired
    Rehearsing rehearsing;

    @Autowired
    Rehearsals table;

    @Autowired
    StageDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    @Autowired
    Clock clock;

    @AfterEach
    void resetTime() {
        rehearsing.endAll();
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
    void answerIsWhatOneCountsByHand() {
        Rehearsal done = rehearsing.played(Rehearsing.refusals(1));

        assertThat(done.stage()).isEqualTo(Rehearsal.Stage.DONE);
        Answer answer = done.answer().orElseThrow();
        assertThat(answer.outcome().stuck()).isEmpty();
        assertThat(answer.outcome().complaints()).isEqualTo(15);
        assertThat(answer.outcome().clocks()).containsExactly(Rehearsing.missedClocks());
        assertThat(answer.needs()).containsExactly(new Answer.Need(Rehearsing.COMMERCE, 1, 2, 1, null));
        assertThat(answer.runs()).as("with one, and with two").isEqualTo(2);
    }

    @Test
    void everyStoryIsPlayedToItsEndAndTheSameSeedGivesTheSameAnswer() {
        long complaints = count("select count(*) from complaint");
        long mails = count("select count(*) from mail");

        Outcome first = outcome(mixed());
        Outcome again = outcome(mixed());

        assertThat(first.stuck()).isEmpty();
        assertThat(first.complaints()).isEqualTo(40);
        assertThat(first.clocks())
                .allSatisfy(line -> assertThat(line.running())
                        .as("%s at %s, 26 weeks later", line.rule(), line.jurisdiction())
                        .isZero());
        assertThat(again).isEqualTo(first);
        assertThat(count("select count(*) from complaint"))
                .as("real complaints")
                .isEqualTo(complaints);
        assertThat(count("select count(*) from mail")).as("real mails").isEqualTo(mails);
        assertThat(ProcessEngines.getProcessEngines()).as("what Cockpit lists").doesNotContainKey("rehearsal");
        assertThat(database.isThere()).isFalse();
    }

    private static RehearsalPlan mixed() {
        return new RehearsalPlan(
                null,
                LocalDate.parse("2026-03-02"),
                2,
                26,
                7,
                11,
                false,
                List.of(
                        new Place(Rehearsing.COMMERCE, List.of(14, 10), 4, 1, 1),
                        new Place("customs-420000", List.of(5), 3, 1, 1),
                        new Place("publicsecurity-440000", List.of(3), 2, 1, 1)),
                Map.of(),
                Map.of());
    }

    private Outcome outcome(RehearsalPlan plan) {
        Rehearsal played = rehearsing.played(plan);
        assertThat(played.stage()).isEqualTo(Rehearsal.Stage.DONE);
        return played.answer().orElseThrow().outcome();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void aFormSentTwiceAsksOnceAndEndingTwiceEndsOnce() {
        UUID form = UUID.randomUUID();
        RehearsalPlan plan = Rehearsing.refusals(1);

        String number = Rehearsing.as(SignIn.office(), () -> rehearsals.ask(plan, form));
        String second = Rehearsing.as(SignIn.office(), () -> rehearsals.ask(plan, form));
        Rehearsing.as(SignIn.office(), () -> cancelled(number));
        Rehearsing.as(SignIn.office(), () -> cancelled(number));

        assertThat(second).isEqualTo(number);
        assertThat(jdbc.sql("select action from audit_entry where subject_id = ? order by seq")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("rehearsal.asked", "rehearsal.cancelled");
    }

    private Rehearsal cancelled(String number) {
        rehearsals.cancel(number);
        return rehearsals.get(number);
    }

    @Test
    void onlyTheOfficeAndSupervisorsRehearse() {
        String number = rehearsing.waiting();

        Rehearsing.as(SignIn.head(Rehearsing.COMMERCE), () -> {
            assertThatThrownBy(() -> rehearsals.ask(Rehearsing.refusals(1), UUID.randomUUID()))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> rehearsals.get(number)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> rehearsals.newest(0, 10)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> rehearsals.cancel(number)).isInstanceOf(NotAllowed.class);
            return null;
        });
        assertThat(table.find(number).orElseThrow().stage()).isEqualTo(Rehearsal.Stage.WAITING);
    }

    @Test
    void endedWhileItIsPlayedItStopsAndLeavesNothing() throws Exception {
        String number = rehearsing.asked(mixed());
        Thread player = new Thread(() -> {
            try {
                worker.step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        player.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> table.find(number).orElseThrow().percent() > 0);

        Rehearsing.as(SignIn.office(), () -> cancelled(number));
        player.join();

        assertThat(table.find(number).orElseThrow().stage()).isEqualTo(Rehearsal.Stage.CANCELLED);
        assertThat(table.find(number).orElseThrow().answer()).isEmpty();
        assertThat(database.isThere()).isFalse();
    }

    @Test
    void whatANodeDiedWithIsClearedAwayAndBeginsAnewButNotForEver() throws Exception {
        String number = rehearsing.waiting();
        database.make();
        table.begin(clock.instant());

        table.takeUpBroken(2, clock.instant());
        assertThat(table.find(number).orElseThrow().stage()).isEqualTo(Rehearsal.Stage.WAITING);
        table.begin(clock.instant());
        table.takeUpBroken(2, clock.instant());
        assertThat(table.find(number).orElseThrow().problem()).isEqualTo("rehearsal.problem.broken");

        assertThat(database.isThere()).isTrue();
        worker.clearAway();
        assertThat(database.isThere()).isFalse();
        worker.clearAway();
    }

    @Test
    void whileAnotherNodePlaysThisOneDoesNotAndClearsNothingAway() throws Exception {
        rehearsing.waiting();
        database.make();
        try (Connection other = pool.getConnection();
                PreparedStatement lock = other.prepareStatement("select pg_advisory_lock(380)");
                PreparedStatement free = other.prepareStatement("select pg_advisory_unlock(380)")) {
            lock.execute();
            assertThat(worker.step()).isFalse();
            worker.clearAway();
            assertThat(database.isThere()).isTrue();
            free.execute();
        } finally {
            database.drop();
        }
    }

    @Test
    void whatIsTooLargeOrNotSoundIsRefusedWithTheField() {
        refused(plan(List.of(5001), 1), "perWeek");
        refused(plan(List.of(0), 1), "perWeek");
        refused(plan(List.of(1), 53), "weeks");
        RehearsalPlan sound = plan(List.of(1), 1);
        refused(sound.with(List.of()), "place");
        refused(sound.with(List.of(sound.places().get(0), sound.places().get(0))), "place");
    }

    private static RehearsalPlan plan(List<Integer> perWeek, int weeks) {
        return new RehearsalPlan(
                null,
                LocalDate.parse("2026-03-02"),
                weeks,
                1,
                7,
                1,
                false,
                List.of(new Place(Rehearsing.COMMERCE, perWeek, 1, 1, 1)),
                Map.of(),
                Map.of());
    }

    private void refused(RehearsalPlan plan, String field) {
        Rehearsing.as(SignIn.office(), () -> {
            assertThatThrownBy(() -> rehearsals.ask(plan, UUID.randomUUID()))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            refusal -> assertThat(refusal.field()).isEqualTo(field));
            return null;
        });
    }
}
