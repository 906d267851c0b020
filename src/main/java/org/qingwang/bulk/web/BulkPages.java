package org.qingwang.bulk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.qingwang.bulk.BulkAct;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkService;
import org.qingwang.common.NotAllowed;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Acts upon many things: what was ordered last, and how far one is, with what could not be done and why. */
@Controller
class BulkPages {

    private static final String REFRESH_SECONDS = "2";

    private final BulkService bulk;

    BulkPages(BulkService bulk) {
        this.bulk = bulk;
    }

    @GetMapping("/desk/acts")
    String list(Model model) {
        model.addAttribute("acts", bulk.newest());
        return "bulk/acts";
    }

    @GetMapping("/desk/acts/{id:[0-9a-f-]{36}}")
    String one(@PathVariable String id, Model model, HttpServletResponse response) {
        BulkAct act = bulk.find(read(id)).orElseThrow(() -> new NotAllowed("no act " + id));
        if (!act.isFinished()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        List<BulkItem> items = bulk.items(act);
        Locale language = LocaleContextHolder.getLocale();
        model.addAttribute("act", act);
        model.addAttribute("about", bulk.about(act, language).orElse(null));
        model.addAttribute("items", items);
        model.addAttribute("targets", bulk.targets(act, items, language));
        return "bulk/act";
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("no act " + id);
        }
    }
}
