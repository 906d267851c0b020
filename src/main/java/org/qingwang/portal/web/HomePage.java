package org.qingwang.portal.web;

import java.util.List;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.agency.web.RoleNames;
import org.qingwang.engine.tasklist.TaskCounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk: what waits for me, by when, and where I go from here. */
@Controller
class HomePage {

    private final TaskCounts tasks;
    private final AgencyService agencies;
    private final RoleNames names;

    HomePage(TaskCounts tasks, AgencyService agencies, RoleNames names) {
        this.tasks = tasks;
        this.agencies = agencies;
        this.names = names;
    }

    @GetMapping("/desk")
    String home(Model model) {
        Actor actor = Actors.current();
        List<String> roles = agencies.find(actor.userId()).map(Officer::memberships).orElse(List.of()).stream()
                .map(names::of)
                .toList();
        model.addAttribute("actor", actor);
        model.addAttribute("roles", roles);
        model.addAttribute("waiting", tasks.of(actor));
        model.addAttribute(
                "works", actor.seesEverything() || actor.homeJurisdiction().isPresent());
        return "portal/home";
    }
}
