package org.qingwang.api.web;

import java.util.List;

/** Several fields of a request cannot be taken as they are; all are told at once. */
public class BadFields extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public BadFields(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }
}
