package org.qingwang.agency.web;

import jakarta.servlet.http.HttpServletResponse;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.common.BadInput;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own account: who I am here, and my password. */
@Controller
class AccountPage {

    private final AgencyService agencies;
    private final RoleNames names;
    private final PageProblems problems;

    AccountPage(AgencyService agencies, RoleNames names, PageProblems problems) {
        this.agencies = agencies;
        this.names = names;
        this.problems = problems;
    }

    @GetMapping("/desk/account")
    String show(Model model) {
        Actor actor = Actors.current();
        model.addAttribute("actor", actor);
        model.addAttribute("roles", names.of(actor));
        return "agency/account";
    }

    /** Ends every session of this account, this one too: whoever knows the new password signs in again. */
    @PostMapping("/desk/account")
    String changePassword(
            @RequestParam String present,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            HttpServletResponse response) {
        try {
            if (!password.equals(again)) {
                throw new BadInput("again", "agency.password.again");
            }
            agencies.changeOwnPassword(present, password);
            return "redirect:/login?changed";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return show(model);
        }
    }
}
