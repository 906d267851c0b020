package org.qingwang.law;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.monitoring.Figure;
import org.qingwang.monitoring.Figures;
import org.springframework.stereotype.Component;

/** Statutory clocks that run out, by the jurisdiction that must act. */
@Component
class ClockFigures implements Figures {

    private static final Duration WEEK = Duration.ofDays(7);

    private final ClockRows table;
    private final AgencyService agencies;
    private final Clock time;

    ClockFigures(ClockRows table, AgencyService agencies, Clock time) {
        this.table = table;
        this.agencies = agencies;
        this.time = time;
    }

    @Override
    public List<Figure> now() {
        Instant now = time.instant();
        List<String> everywhere =
                agencies.jurisdictions().stream().map(Jurisdiction::id).toList();
        return table.ending(everywhere, now, now.plus(WEEK)).stream()
                .flatMap(ClockFigures::figures)
                .toList();
    }

    private static Stream<Figure> figures(ClockRows.Ending ending) {
        var labels = Figure.labelsOf(ending.jurisdiction());
        return Stream.of(
                Figure.of(
                        "qingwang.clocks.missed",
                        "Open statutory clocks whose end has passed",
                        labels,
                        ending.missed()),
                Figure.of("qingwang.clocks.due", "Statutory clocks that end within seven days", labels, ending.due()));
    }
}
