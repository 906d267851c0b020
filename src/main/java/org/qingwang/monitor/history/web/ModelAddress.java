package org.qingwang.monitor.history.web;

import org.qingwang.monitor.history.Model;

/** Where tabs of a process's model ask. */
final class ModelAddress {

    static final String ADDRESS = "/desk/process-history/models/{definition:[\\w:.-]{1,64}}";

    private ModelAddress() {}

    static String of(Model model) {
        return "/desk/process-history/models/" + model.definition();
    }
}
