package org.qingwang.engine.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.camunda.bpm.engine.impl.metrics.MetricsRegistry;

/** Counts what the engine counts, since the start: its own meters begin anew with each report to the database. */
class CountedWork extends MetricsRegistry {

    private final Map<String, LongAdder> counted = new ConcurrentHashMap<>();

    @Override
    public void markOccurrence(String name, long times) {
        super.markOccurrence(name, times);
        counted.computeIfAbsent(name, first -> new LongAdder()).add(times);
    }

    /** @return how often each thing happened, by the engine's name for it, none left out that it knows */
    Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        getDbMeters().keySet().forEach(name -> totals.put(name, 0L));
        counted.forEach((name, count) -> totals.put(name, count.sum()));
        return totals;
    }
}
