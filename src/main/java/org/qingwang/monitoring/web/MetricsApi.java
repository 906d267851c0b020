package org.qingwang.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.qingwang.monitoring.FigureBoard;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures for a machine that watches the installation, with a key of scope {@code metrics:read}. */
@RestController
@Tag(name = "Metrics")
class MetricsApi {

    private static final MediaType PROMETHEUS_TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final FigureBoard figures;

    MetricsApi(@Lazy FigureBoard figures) {
        this.figures = figures;
    }

    @Operation(summary = "Figures of the work and of this node, in the text format of Prometheus")
    @GetMapping("/api/v1/metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().contentType(PROMETHEUS_TEXT).body(figures.text());
    }
}
