package org.qingwang.portal.web;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk: what waits for me, and where I go from here. */
@Controller
class HomePage {

    @GetMapping("/desk")
    String home(Model model) {
        Actor actor = Actors.current();
        model.addAttribute("actor", actor);
        return "portal/home";
    }
}
