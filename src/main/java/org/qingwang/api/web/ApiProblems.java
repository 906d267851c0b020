package org.qingwang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the API answers when it cannot do as asked. Pages answer for themselves. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final ProblemAnswer answer;

    ApiProblems(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput input, HttpServletRequest request) {
        return respond(answer.ofFields(List.of(answer.fieldError(input, request)), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badFields(BadFields input, HttpServletRequest request) {
        return respond(answer.ofFields(input.errors(), request));
    }

    /** To whom a thing is not to be shown, it does not exist. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed refusal, HttpServletRequest request) {
        LOG.info("refused: {}", refusal.getMessage());
        return respond(answer.of(HttpStatus.NOT_FOUND, "missing", request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> upload(MultipartException failure, HttpServletRequest request) {
        boolean large = failure instanceof MaxUploadSizeExceededException;
        return respond(
                large
                        ? answer.of(HttpStatus.PAYLOAD_TOO_LARGE, "large", request)
                        : answer.of(HttpStatus.BAD_REQUEST, "body", request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            return answer.ofKnown(known, request);
        }
        LOG.error("the API failed at {} {}", request.getMethod(), request.getRequestURI(), failure);
        return respond(answer.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed", request));
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
