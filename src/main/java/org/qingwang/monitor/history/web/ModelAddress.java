package org.qingwang.monitor.history.web;

import org.qingwang.monitor.history.Model;
import org.qingwang.monitor.history.ProcessHistory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Where tabs of a process's model ask. */
final class ModelAddress {

    static final String ADDRESS = "/desk/process-history/models/{definition:[\\w:.-]{1,64}}";

    private ModelAddress() {}

    /** @param definition as the address has it; what is none answers as not found */
    static Model find(ProcessHistory history, String definition) {
        return history.model(definition).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String of(Model model) {
        return "/desk/process-history/models/" + model.definition();
    }
}
