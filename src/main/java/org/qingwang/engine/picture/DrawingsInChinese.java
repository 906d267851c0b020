package org.qingwang.engine.picture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Drawings in Cockpit and Tasklist, and the lists they make of a model's steps, in Chinese for a browser that asks for
 * Chinese. The applications draw what the engine answers, and a model names its elements in English.
 */
final class DrawingsInChinese extends OncePerRequestFilter {

    private static final Pattern DRAWING =
            Pattern.compile(".*/camunda/api/engine/engine/[^/]+/process-definition/(key/)?[^/]+/xml");

    private static final String XML = "bpmn20Xml";

    private final ObjectMapper json;

    DrawingsInChinese(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !DRAWING.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (!request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage())) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpStatus.OK.value()
                && json.readTree(answer.getContentAsByteArray()) instanceof ObjectNode drawing
                && drawing.hasNonNull(XML)) {
            drawing.put(XML, translated(drawing.get(XML).asText()));
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(drawing));
        }
        answer.copyBodyToResponse();
    }

    private static String translated(String model) {
        BpmnModelInstance drawing =
                Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
        ModelWords words = new ModelWords(Locale.CHINESE);
        drawing.getModelElementsByType(FlowElement.class).stream()
                .filter(one -> one.getName() != null)
                .forEach(one -> one.setName(words.name(one)));
        return Bpmn.convertToString(drawing);
    }
}
