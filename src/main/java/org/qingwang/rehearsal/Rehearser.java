package org.qingwang.rehearsal;

import java.util.List;
import java.util.Optional;
import org.qingwang.law.LawTransfer;
import org.qingwang.rehearsal.play.Stage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Plays a rehearsal: the plan as it was given and, if asked, again with other numbers of officers. */
@Component
class Rehearser {

    private final StageDatabase database;
    private final LawTransfer law;
    private final String calendars;
    private final int threads;

    Rehearser(
            StageDatabase database,
            LawTransfer law,
            @Value("${qingwang.calendar.directory:}") String calendars,
            @Value("${qingwang.rehearsal.threads:0}") int threads) {
        this.database = database;
        this.law = law;
        this.calendars = calendars;
        this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** Follows the runs of a rehearsal, and may end them by an exception. */
    interface Follower {
        void reached(int run, int percent);
    }

    Answer rehearse(RehearsalPlan plan, Follower follower) throws InterruptedException {
        StageDatabase.Access access = database.make();
        try (Stage stage = Stage.open(access.address(), access.user(), access.password(), calendars)) {
            stage.prepare(plan.places(), law.corrections());
            stage.letGo();
            database.keep();
            return new Runs(stage, follower).answer(plan);
        } finally {
            database.drop();
        }
    }

    /** The runs of one rehearsal. */
    private final class Runs {

        private final Stage stage;
        private final Follower follower;
        private int runs;

        Runs(Stage stage, Follower follower) {
            this.stage = stage;
            this.follower = follower;
        }

        Answer answer(RehearsalPlan plan) throws InterruptedException {
            Outcome first = play(plan);
            if (!plan.search()) {
                return new Answer(first, List.of(), runs);
            }
            OfficerSearch search = new OfficerSearch(plan, first);
            for (Optional<RehearsalPlan> next = search.next(); next.isPresent(); next = search.next()) {
                search.take(play(next.get()));
            }
            return new Answer(first, search.needs(), runs);
        }

        private Outcome play(RehearsalPlan plan) throws InterruptedException {
            if (runs > 0) {
                stage.letGo();
                database.putBack();
            }
            runs++;
            int run = runs;
            return stage.play(plan, threads, (day, days) -> follower.reached(run, day * 100 / days));
        }
    }
}
