package org.qingwang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.rehearsal.Outcome.ClockLine;
import org.qingwang.rehearsal.Outcome.DeskLine;

/** If this fails, the office asks for too many officers, or for too few. */
class OfficerSearchTest {

    private static final String PLACE = "commerce-330000";

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "1, 9", "3, 4", "3, 5", "4, 64", "7, 100"})
    void findsTheSmallestNumberThatIsEnough(int present, int enough) {
        List<Integer> played = new ArrayList<>();

        List<Answer.Need> needs = search(present, officers -> {
            played.add(officers);
            return outcome(officers, officers < enough, officers < enough ? 100 : 0);
        });

        assertThat(needs).containsExactly(new Answer.Need(PLACE, present, enough, enough - 1, null));
        assertThat(played).as("every answer was played").contains(enough, enough - 1);
        assertThat(played).as("none twice").doesNotHaveDuplicates();
    }

    @Test
    void saysWhoHoldsUpWhereOfficersDoNotHelp() {
        List<Answer.Need> needs = search(2, officers -> outcome(officers, true, officers < 8 ? 100 : 0));

        assertThat(needs).containsExactly(new Answer.Need(PLACE, 2, null, 8, PLACE + "-head"));
    }

    @Test
    void asksForNobodyWhereNothingIsMissed() {
        assertThat(search(2, officers -> outcome(officers, false, 5))).isEmpty();
    }

    private interface Played {
        Outcome with(int officers);
    }

    private static List<Answer.Need> search(int present, Played play) {
        RehearsalPlan plan = new RehearsalPlan(
                null,
                LocalDate.parse("2026-03-02"),
                1,
                1,
                7,
                1,
                true,
                List.of(new Place(PLACE, List.of(1), present, 1, 1)),
                Map.of(),
                Map.of());
        OfficerSearch search = new OfficerSearch(plan, play.with(present));
        for (Optional<RehearsalPlan> next = search.next(); next.isPresent(); next = search.next()) {
            search.take(play.with(next.get().places().get(0).officers()));
        }
        return search.needs();
    }

    private static Outcome outcome(int officers, boolean missed, long waited) {
        return new Outcome(
                1,
                1,
                1,
                List.of(new ClockLine(PLACE, "complaint.acceptance", 1, 0, missed ? 1 : 0, 0, 0, null, 0)),
                List.of(
                        new DeskLine(PLACE, officers, 1, 1, waited, List.of()),
                        new DeskLine(PLACE + "-head", 1, 1, 1, 40, List.of()),
                        new DeskLine(PLACE + "-legal", 1, 1, 1, 30, List.of())),
                List.of());
    }
}
