package org.qingwang.api.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.qingwang.common.BadInput;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers of the API that are no success, as RFC 9457 problem details in the language the request asks for. */
@Component
public class ProblemAnswer {

    private final MessageSource messages;
    private final ObjectMapper mapper;

    ProblemAnswer(MessageSource messages, ObjectMapper mapper) {
        this.messages = messages;
        this.mapper = mapper;
    }

    /** @param key names title and detail: {@code api.problem.<key>.title} and {@code .detail} */
    public ProblemDetail of(HttpStatus status, String key, HttpServletRequest request, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage("api.problem." + key + ".detail", arguments, request.getLocale()));
        problem.setTitle(messages.getMessage("api.problem." + key + ".title", null, request.getLocale()));
        problem.setType(URI.create("urn:qingwang:problem:" + key));
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    /** Fields that cannot be taken as they are. */
    public ProblemDetail ofFields(List<FieldError> errors, HttpServletRequest request) {
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "fields", request, errors.size());
        problem.setProperty("errors", errors);
        return problem;
    }

    public FieldError fieldError(BadInput input, HttpServletRequest request) {
        return new FieldError(
                input.field(), messages.getMessage(input.messageKey(), input.arguments(), request.getLocale()));
    }

    /** What Spring found wrong with a request, in our words. */
    ResponseEntity<ProblemDetail> ofKnown(ErrorResponse failure, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(failure.getStatusCode().value());
        String key = switch (status) {
            case NOT_FOUND -> "missing";
            case METHOD_NOT_ALLOWED -> "method";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "media";
            case PAYLOAD_TOO_LARGE -> "large";
            default -> "body";
        };
        return ResponseEntity.status(status)
                .headers(failure.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(status, key, request));
    }

    /** Answers before any controller is asked. */
    void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        mapper.writeValue(response.getOutputStream(), problem);
    }
}
