package org.qingwang.monitor.web;

import java.util.Locale;
import org.qingwang.agency.Actors;
import org.qingwang.monitor.Monitor;
import org.qingwang.monitor.web.ViewTables.View;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Cockpit shows first on its dashboard, worded and with an address behind each figure. */
@RestController
class CampaignView {

    private final Monitor monitor;
    private final ViewTables tables;

    CampaignView(Monitor monitor, ViewTables tables) {
        this.monitor = monitor;
        this.tables = tables;
    }

    /**
     * @param language of Cockpit, {@code en} or {@code zh}: our pages may speak another, where the reader chose one
     * @return the view; 204 for whoever watches over nothing
     */
    @GetMapping("/desk/campaign-view")
    ResponseEntity<View> view(@RequestParam(defaultValue = "en") String language) {
        LocaleContextHolder.setLocale(language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
        return monitor.of(Actors.current())
                .map(snapshot -> ResponseEntity.ok(tables.of(snapshot, Actors.current())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
