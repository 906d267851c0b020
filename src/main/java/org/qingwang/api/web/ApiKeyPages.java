package org.qingwang.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.PlaceNames;
import org.qingwang.api.ApiKey;
import org.qingwang.api.ApiKeyService;
import org.qingwang.api.Scope;
import org.qingwang.common.BadInput;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator gives keys to other systems and takes them back. */
@Controller
@RequestMapping("/desk/admin/api-keys")
class ApiKeyPages {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ApiKeyService keys;
    private final AgencyService agencies;
    private final PlaceNames places;
    private final MessageSource messages;
    private final Clock clock;

    ApiKeyPages(ApiKeyService keys, AgencyService agencies, PlaceNames places, MessageSource messages, Clock clock) {
        this.keys = keys;
        this.agencies = agencies;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** A key as the page shows it. */
    record Row(
            String name,
            String beginning,
            String jurisdiction,
            List<Scope> scopes,
            LocalDate lastDay,
            LocalDate lastUsed,
            ApiKey.State state) {}

    /** A jurisdiction to choose. */
    record Choice(String id, String name) {}

    /** What was filled in, to be shown again if it cannot be taken. */
    record Form(String name, String jurisdiction, Set<Scope> scopes, LocalDate lastDay) {}

    @GetMapping
    String list(Model model) {
        LocalDate inAYear = LocalDate.now(clock.withZone(CHINA)).plusYears(1);
        return page(new Form("", "", Set.of(Scope.COMPLAINTS_FILE, Scope.COMPLAINTS_IMPORT), inAYear), model);
    }

    /** Answers with the page itself: the key is shown here and never again. */
    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(defaultValue = "") Set<Scope> scopes,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            Model model,
            HttpServletResponse response) {
        Form form = new Form(name.strip(), jurisdiction, scopes, lastDay);
        try {
            model.addAttribute("key", keys.create(form.name(), known(jurisdiction), scopes, lastDay));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } catch (BadInput input) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute(
                    "problem",
                    messages.getMessage(input.messageKey(), input.arguments(), LocaleContextHolder.getLocale()));
        }
        return page(form, model);
    }

    @PostMapping("/{name}/revoke")
    String revoke(@PathVariable String name) {
        keys.revoke(name);
        return "redirect:/desk/admin/api-keys";
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("allScopes", Scope.values());
        model.addAttribute("jurisdictions", jurisdictions());
        model.addAttribute("rows", keys.all().stream().map(this::row).toList());
        return "api/keys";
    }

    private List<Choice> jurisdictions() {
        return agencies.jurisdictions().stream()
                .map(jurisdiction -> new Choice(jurisdiction.id(), places.jurisdiction(jurisdiction)))
                .toList();
    }

    private Row row(ApiKey key) {
        return new Row(
                key.name(),
                key.beginning(),
                places.jurisdiction(key.jurisdiction()),
                key.scopes().stream().sorted().toList(),
                LocalDate.ofInstant(key.expiresAt(), CHINA).minusDays(1),
                key.lastUsedAt().map(at -> LocalDate.ofInstant(at, CHINA)).orElse(null),
                key.stateAt(clock.instant()));
    }

    private static Jurisdiction known(String id) {
        try {
            return Jurisdiction.parse(id);
        } catch (IllegalArgumentException e) {
            throw new BadInput("jurisdiction", "api.key.jurisdiction");
        }
    }
}
