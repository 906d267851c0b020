package org.qingwang.portal.web;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.web.RoleNames;
import org.qingwang.engine.tasklist.TaskCounts;
import org.qingwang.law.ClockDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk: what waits for me, by when, and where I go from here. */
@Controller
class HomePage {

    private final TaskCounts tasks;
    private final RoleNames names;
    private final ClockDesk clocks;

    HomePage(TaskCounts tasks, RoleNames names, ClockDesk clocks) {
        this.tasks = tasks;
        this.names = names;
        this.clocks = clocks;
    }

    @GetMapping("/desk")
    String home(Model model) {
        Actor actor = Actors.current();
        model.addAttribute("actor", actor);
        model.addAttribute("roles", names.of(actor));
        model.addAttribute("waiting", tasks.of(actor));
        model.addAttribute("clocks", clocks.of(actor));
        model.addAttribute(
                "works", actor.seesEverything() || actor.homeJurisdiction().isPresent());
        return "portal/home";
    }
}
