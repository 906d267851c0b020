package org.qingwang.engine.metrics;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.qingwang.monitoring.Figure;
import org.qingwang.monitoring.Figures;
import org.springframework.stereotype.Component;

/** What the engine of this node has done since it started: jobs, steps, processes, decisions. */
@Component
class MetricsPlugin extends AbstractProcessEnginePlugin implements Figures {

    private static final String WORK = "qingwang.engine.work";

    private final CountedWork work = new CountedWork();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setMetricsRegistry(work);
    }

    @Override
    public List<Figure> now() {
        return work.totals().entrySet().stream()
                .map(counted -> Figure.total(
                        WORK,
                        "What the engine of this node did since it started, by the engine's names",
                        Map.of("kind", counted.getKey()),
                        counted.getValue()))
                .toList();
    }
}
