package org.qingwang.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.monitoring.Figure;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A figure that is wrong lets a supervisor sleep while work piles up. */
@QingwangTest
class WaitingWorkFiguresTest {

    @Autowired
    private WaitingWorkFigures waiting;

    @Autowired
    private MetricsPlugin done;

    @Autowired
    private CaseStories stories;

    @Test
    void aNewTaskOfAnAgencyIsCountedAsThatAgencys() {
        double before = value("qingwang.tasks.open", Figure.labelsOf("customs-330000"));
        double steps = steps();

        stories.open("customs-330000");

        assertThat(value("qingwang.tasks.open", Figure.labelsOf("customs-330000")))
                .isEqualTo(before + 1);
        assertThat(steps()).isGreaterThan(steps);
    }

    private double steps() {
        return done.now().stream()
                .filter(figure -> figure.labels().containsValue("activity-instance-start"))
                .mapToDouble(Figure::value)
                .sum();
    }

    private double value(String name, Map<String, String> labels) {
        return waiting.now().stream()
                .filter(figure -> figure.name().equals(name) && figure.labels().equals(labels))
                .mapToDouble(Figure::value)
                .sum();
    }
}
