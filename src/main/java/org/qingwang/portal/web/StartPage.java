package org.qingwang.portal.web;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody comes in: staff go on to their desk, the public reads what there is for it. */
@Controller
class StartPage {

    @GetMapping("/")
    String start() {
        return Actors.current() == Actor.SYSTEM ? "portal/start" : "redirect:/desk";
    }
}
