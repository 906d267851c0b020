package org.qingwang.portal.web;

import java.beans.PropertyEditorSupport;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Takes the character 0 out of whatever a form or an address brings. Nobody types it, and PostgreSQL knows no text with it: a
 * page that searched for it would fail.
 */
@ControllerAdvice(annotations = Controller.class)
class TextForTheDatabase {

    @InitBinder
    void withoutZero(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text == null ? null : text.replace("\0", ""));
            }
        });
    }
}
