package org.qingwang.engine.form;

import java.util.Arrays;
import java.util.Optional;

/** What a component of a form is, as far as the server cares: what it submits. Names are those of form-js 1.8.7. */
enum FieldType {
    TEXTFIELD("textfield"),
    TEXTAREA("textarea"),
    NUMBER("number"),
    CHECKBOX("checkbox"),
    CHECKLIST("checklist"),
    RADIO("radio"),
    SELECT("select"),
    TAGLIST("taglist"),
    DATETIME("datetime"),
    /** Computed by the browser: submitted, but never believed. */
    EXPRESSION("expression"),
    /** A frame around fields; with a path its fields are submitted as one object. */
    GROUP("group"),
    /** Rows of fields, submitted as a list of objects. */
    DYNAMICLIST("dynamiclist"),
    TEXT("text"),
    HTML("html"),
    IFRAME("iframe"),
    IMAGE("image"),
    SEPARATOR("separator"),
    SPACER("spacer"),
    TABLE("table"),
    BUTTON("button");

    private final String formJsName;

    FieldType(String formJsName) {
        this.formJsName = formJsName;
    }

    static Optional<FieldType> of(String formJsName) {
        return Arrays.stream(values())
                .filter(type -> type.formJsName.equals(formJsName))
                .findFirst();
    }

    /** Whether it only shows something. */
    boolean isPresentation() {
        return compareTo(TEXT) >= 0;
    }

    boolean isChoice() {
        return this == CHECKLIST || this == RADIO || this == SELECT || this == TAGLIST;
    }
}
