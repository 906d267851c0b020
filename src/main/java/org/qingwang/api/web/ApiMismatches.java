package org.qingwang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Requests to the API that no operation takes: they fail before it is known whose they are. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiMismatches {

    private final ProblemAnswer answer;

    ApiMismatches(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler({HttpRequestMethodNotSupportedException.class, HttpMediaTypeException.class})
    ResponseEntity<ProblemDetail> noOperation(Exception failure, HttpServletRequest request) throws Exception {
        boolean ofApi = request.getServletPath().startsWith("/api/");
        if (ofApi && failure instanceof ErrorResponse known) {
            return answer.ofKnown(known, request);
        }
        throw failure;
    }
}
