package org.qingwang.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Gathers the figures of all capabilities and of the Java machine. Set up when somebody asks for the first time: a start
 * without anybody watching is none the slower. However often it is asked, the database is asked once in a quarter of a
 * minute.
 */
@Component
@Lazy
public class FigureBoard {

    private static final Duration KEPT = Duration.ofSeconds(15);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final Map<String, Map<Tags, Double>> totals = new ConcurrentHashMap<>();

    private final List<Figures> sources;
    private final Clock clock;
    private Instant asked = Instant.MIN;

    FigureBoard(List<Figures> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Listens as long as the application runs. */
    @SuppressWarnings("resource")
    private static JvmGcMetrics collections() {
        return new JvmGcMetrics();
    }

    /** @return all figures in the text format of Prometheus */
    public synchronized String text() {
        Instant now = clock.instant();
        if (asked.equals(Instant.MIN) || Duration.between(asked, now).abs().compareTo(KEPT) >= 0) {
            refresh();
            asked = now;
        }
        return registry.scrape();
    }

    private void refresh() {
        Map<String, List<Figure>> byName =
                sources.stream().flatMap(source -> source.now().stream()).collect(Collectors.groupingBy(Figure::name));
        gauges.keySet().stream()
                .filter(name -> !byName.containsKey(name))
                .forEach(name -> gauges.get(name).register(List.of(), true));
        byName.forEach((name, figures) -> {
            if (figures.get(0).total()) {
                figures.forEach(this::grow);
            } else {
                gauge(figures.get(0))
                        .register(figures.stream().map(FigureBoard::row).toList(), true);
            }
        });
    }

    private MultiGauge gauge(Figure figure) {
        return gauges.computeIfAbsent(
                figure.name(),
                name -> MultiGauge.builder(name)
                        .description(figure.description())
                        .register(registry));
    }

    private static MultiGauge.Row<?> row(Figure figure) {
        return MultiGauge.Row.of(tags(figure), figure.value());
    }

    private void grow(Figure figure) {
        Map<Tags, Double> values = totals.computeIfAbsent(figure.name(), name -> new ConcurrentHashMap<>());
        Tags tags = tags(figure);
        if (values.put(tags, figure.value()) == null) {
            FunctionCounter.builder(figure.name(), values, counted -> counted.get(tags))
                    .description(figure.description())
                    .tags(tags)
                    .register(registry);
        }
    }

    private static Tags tags(Figure figure) {
        return Tags.of(figure.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
    }
}
