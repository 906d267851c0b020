package org.qingwang.engine.metrics;

import java.util.List;
import java.util.Map;
import org.qingwang.monitoring.Figure;
import org.qingwang.monitoring.Figures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** How busy this node's executor is; a node that runs no jobs has no threads. */
@Component
class ExecutorFigures implements Figures {

    private static final String THREADS = "qingwang.executor.threads";
    private static final String ABOUT_THREADS = "Threads of this node's job executor";

    private final ObjectProvider<ThreadPoolTaskExecutor> executor;

    ExecutorFigures(@Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> executor) {
        this.executor = executor;
    }

    @Override
    public List<Figure> now() {
        ThreadPoolTaskExecutor threads = executor.getIfAvailable();
        return threads == null
                ? figures(0, 0, 0)
                : figures(
                        threads.getActiveCount(),
                        threads.getMaxPoolSize(),
                        threads.getThreadPoolExecutor().getQueue().size());
    }

    private static List<Figure> figures(int busy, int most, int queued) {
        return List.of(
                Figure.of(THREADS, ABOUT_THREADS, Map.of("state", "busy"), busy),
                Figure.of(THREADS, ABOUT_THREADS, Map.of("state", "most"), most),
                Figure.of("qingwang.executor.queue", "Jobs of this node that wait for a thread", Map.of(), queued));
    }
}
