package org.qingwang.door.web;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form with which people sign in; what it sends goes to Spring Security. */
@Controller
class SignInPage {

    /**
     * @param wrong present after a refused try
     * @param wait minutes until another try is possible
     * @param out present after signing out
     * @param changed present after a change of password
     */
    @GetMapping("/login")
    String form(
            @RequestParam(required = false) String wrong,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) String changed,
            Model model) {
        if (Actors.current() != Actor.SYSTEM) {
            return "redirect:/desk";
        }
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait);
        model.addAttribute("out", out != null);
        model.addAttribute("changed", changed != null);
        return "door/login";
    }
}
